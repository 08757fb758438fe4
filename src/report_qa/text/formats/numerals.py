"""The numerals that a Word document's list numbers are written in."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(number: int, style: str) -> str:
    """`number` as Word's number format `style` (`chineseCounting`) writes it; decimal where the format is not known.

    >>> [numeral(12, style) for style in ("chineseCounting", "decimal", "decimalEnclosedCircle", "upperRoman")]
    ['十二', '12', '⑫', 'XII']
    """
    writer = _WRITERS.get(style)
    return writer(number) if writer is not None and number >= 0 else str(number)


def _counting(digits: str, units: str, *, bare_ten: bool) -> Callable[[int], str]:
    """Counting with units: 二十一; `bare_ten` leaves the 一 of 一十 out."""

    def write(number: int) -> str:
        if not 0 < number < 10_000:
            return digits[0] if number == 0 else str(number)
        parts: list[str] = []
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit:
                parts.append(digits[digit] + ("" if power == 0 else units[power - 1]))
            elif parts and parts[-1] != "零":
                parts.append("零")
        text = "".join(parts).rstrip("零")
        return text[1:] if bare_ten and 10 <= number < 20 else text

    return write


def _digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _one_of(first: str, count: int) -> Callable[[int], str]:
    """The characters that follow `first` in Unicode: ①②③."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _circled(number: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _cycle(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(number - 1) % len(letters)] if number else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """From a to z, then aa, bb, as Word does."""
    return lambda number: (
        chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 780 else str(number)
    )


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _one_of("⒈", 20),
    "decimalEnclosedParen": _one_of("⑴", 20),
    "ideographEnclosedCircle": _one_of("㊀", 10),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "taiwaneseDigital": _digits(_HAN),
    "chineseLegalSimplified": _counting(_LEGAL, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, "拾佰仟", bare_ten=False),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        _counting(_HAN, "十百千", bare_ten=True),
    ),
    "none": lambda _: "",
}
