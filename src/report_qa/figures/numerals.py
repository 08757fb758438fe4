"""Numbers as printed, exactly: Arabic digits and Chinese numerals to `Decimal`."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

SCALES = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}

_FULL_WIDTH = str.maketrans(
    {chr(0xFF01 + n): chr(0x21 + n) for n in range(94) if chr(0x21 + n).isalnum() or chr(0x21 + n) in ".%+-~/*"}
    | {"﹪": "%", "﹒": ".", "∶": ":", "﹣": "-"}
)


def fold_width(text: str) -> str:
    """Digits, letters, `%` and signs in half width, character for character, so that positions stay.

    >>> fold_width("增长８．５％，")
    '增长8.5%，'
    """
    return text.translate(_FULL_WIDTH)


def arabic(text: str) -> Decimal:
    """The number of Arabic digits, thousands parted by half-width commas.

    >>> arabic("1,234.5")
    Decimal('1234.5')
    """
    return Decimal(text.replace(",", ""))


def scale_of(word: str) -> int:
    """What a scale word multiplies by, units.

    >>> scale_of("万亿"), scale_of("千万"), scale_of("")
    (1000000000000, 10000000, 1)
    """
    product = 1
    for character in word:
        product *= SCALES[character]
    return product


def chinese(text: str) -> Decimal | None:
    """The number that Chinese numerals write, or None where they write none.

    >>> chinese("三万五千"), chinese("两千"), chinese("二〇二一"), chinese("三点五"), chinese("一点")
    (Decimal('35000'), Decimal('2000'), Decimal('2021'), Decimal('3.5'), None)
    """
    whole, point, part = text.partition("点")
    if point:
        if not whole or not part or any(character not in DIGITS for character in part):
            return None
        front = chinese(whole)
        behind = "".join(str(DIGITS[character]) for character in part)
        return None if front is None else _decimal(f"{front}.{behind}")
    if len(text) > 1 and all(character in DIGITS for character in text):
        return Decimal("".join(str(DIGITS[character]) for character in text))
    value = _whole(text)
    return None if value is None else Decimal(value)


def _whole(text: str) -> int | None:
    """亿 and 万 part the number; within a part, 千, 百 and 十 multiply the digit before them."""
    if not text:
        return None
    for word, scale in (("亿", 10**8), ("万", 10**4)):
        if word in text:
            front, _, behind = text.rpartition(word)
            high = _whole(front) if front else 1
            low = _tail(behind, scale) if behind else 0
            return None if high is None or low is None or low >= scale else high * scale + low
    return _section(text)


def _tail(text: str, scale: int) -> int | None:
    """What stands behind a scale word: a lone digit counts in the next lower scale (三万五)."""
    return DIGITS[text] * scale // 10 if DIGITS.get(text) else _whole(text)


def _section(text: str) -> int | None:
    total, digit, last = 0, None, 10**5
    for character in text:
        if character in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[character]
        elif character in SCALES and SCALES[character] < last:
            last = SCALES[character]
            total += (1 if digit in (None, 0) else digit) * last
            digit = None
        else:
            return None
    if digit and last not in (10, 10**5) and "零" not in text and "〇" not in text:
        return total + digit * last // 10
    return total + (digit or 0)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
