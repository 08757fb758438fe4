"""Numbers as printed, exactly: Arabic digits and Chinese numerals to `Decimal`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}

# Numerals as cheques and traditional script write them. Some are common words elsewhere (陆地, 收拾): only a run known to be a
# numeral is put into the plain ones.
_PLAIN = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩○點", "一二二三三四五六六七八九十百千万亿两〇点")
_LONGEST = 15  # significant digits: an amount has no more, and every JSON reader still tells it from its neighbours

_FULL_WIDTH = str.maketrans(
    {chr(0xFF01 + n): chr(0x21 + n) for n in range(94) if chr(0x21 + n).isalnum() or chr(0x21 + n) in ".%+-~/*"}
    | {"﹪": "%", "﹒": ".", "∶": ":", "﹣": "-"}
)

_WIDE = re.compile("[０-９]，[０-９]")
_WIDE_THOUSANDS = re.compile("(?<![０-９．])[１-９][０-９]{0,2}(?:，[０-９]{3})+(?![０-９])")

_OTHER_SCRIPT = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟萬億兩點個幾貳參塊]")
_TRADITIONAL = str.maketrans("萬億兩點個幾塊", "万亿两点个几块")
_CHEQUE = re.compile(
    "(?:[壹贰叁肆伍陆柒捌玖貳參陸][拾佰仟十百千万亿]|(?<![收夕])[拾佰仟][壹贰叁肆伍陆柒捌玖零一二三四五六七八九万亿元]"
    "|[零一二三四五六七八九十百千][佰仟]|[佰仟](?=分之)|(?<=分之)[壹贰叁肆伍陆柒捌玖])"
    "[零壹贰叁肆伍陆柒捌玖貳參陸拾佰仟一二三四五六七八九十百千万亿]*(?:点[零壹贰叁肆伍陆柒捌玖]+)?"
)


def fold_numerals(text: str) -> str:
    """As `fold_width`, and numerals of traditional script and of cheques as plain ones, character for character.

    >>> fold_numerals("１２．５億元"), fold_numerals("壹佰貳拾萬元"), fold_numerals("陆地")
    ('12.5亿元', '一百二十万元', '陆地')
    """
    folded = fold_width(text)
    if _OTHER_SCRIPT.search(folded) is None:
        return folded
    return _CHEQUE.sub(lambda match: match[0].translate(_PLAIN), folded.translate(_TRADITIONAL))


def fold_width(text: str) -> str:
    """Digits, letters, `%` and signs in half width, character for character, so that positions stay.

    A full-width comma parts thousands only between full-width digits (１，２３４).

    >>> fold_width("增长８．５％，")
    '增长8.5%，'
    """
    if _WIDE.search(text):
        text = _WIDE_THOUSANDS.sub(lambda match: match[0].replace("，", ","), text)
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
    return None if any("0" <= sign <= "9" for sign in text) else numeral(text)


def numeral(text: str) -> Decimal | None:
    """The number that a numeral writes in either or both kinds of digits, also as cheques print it; None where it writes none.

    >>> numeral("1万6千"), numeral("16.4亿"), numeral("壹佰零伍"), numeral("1.2.3亿"), numeral("十一十二")
    (Decimal('16000'), Decimal('1640000000.0'), Decimal('105'), None, None)
    """
    plain = text.translate(_PLAIN)
    whole, point, part = plain.partition("点")
    if point:
        front = numeral(whole) if whole and part and all(sign in DIGITS for sign in part) else None
        if front is None or front != int(front) or len(part) > _LONGEST:
            return None
        return front + Decimal("0." + "".join(str(DIGITS[sign]) for sign in part))
    if len(plain) > 1 and all(sign in DIGITS for sign in plain):
        return Decimal("".join(str(DIGITS[sign]) for sign in plain)) if len(plain) <= _LONGEST else None
    tokens = _tokens(plain)
    return _whole(tokens) if tokens else None


@dataclass(frozen=True, slots=True)
class _Token:
    """A digit, a number in Arabic digits, or a scale word."""

    value: Decimal
    scale: bool = False
    printed: bool = False  # in Arabic digits


_TOKEN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?!\d)|[0-9]+)(?:\.[0-9]+)?|.", re.DOTALL)


def _tokens(text: str) -> list[_Token] | None:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign in SCALES:
            found.append(_Token(Decimal(SCALES[sign]), scale=True))
        elif sign in DIGITS:
            found.append(_Token(Decimal(DIGITS[sign])))
        elif "0" <= sign[0] <= "9" and is_amount(sign):
            found.append(_Token(arabic(sign), printed=True))
        else:
            return None
    return found


def is_amount(digits: str) -> bool:
    """Whether Arabic digits are few enough to be an amount and no code.

    >>> is_amount("1,234.5"), is_amount("1" * 40)
    (True, False)
    """
    return sum(sign.isdigit() for sign in digits) <= _LONGEST


def _whole(tokens: list[_Token]) -> Decimal | None:
    """亿 and 万 part the number; within a part, 千, 百 and 十 multiply the digit before them."""
    for scale in (10**8, 10**4):
        at = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].scale and tokens[at].value == scale), None)
        if at is not None:
            high = _whole(tokens[:at]) if at else Decimal(1)
            low = _tail(tokens[at + 1 :], scale)
            if high is None or low is None or low >= scale or (low and high % 1):
                return None  # 10.1万零100
            return high * scale + low
    return _section(tokens)


def _tail(tokens: list[_Token], scale: int) -> Decimal | None:
    """What stands behind a scale word: a lone digit counts in the next lower scale (三万五)."""
    if not tokens:
        return Decimal(0)
    if len(tokens) == 1 and not tokens[0].scale and not tokens[0].printed and tokens[0].value:
        return tokens[0].value * scale / 10
    return _whole(tokens)


def _section(tokens: list[_Token]) -> Decimal | None:
    total, last, gap = Decimal(0), 10**5, False
    digit: _Token | None = None
    for token in tokens:
        if not token.scale:
            if digit is not None and (digit.value != 0 or digit.printed):
                return None
            gap = gap or (token.value == 0 and not token.printed)
            digit = token
        elif token.value < last:
            last = int(token.value)
            total += (1 if digit is None or (digit.value == 0 and not digit.printed) else digit.value) * last
            digit = None
        else:
            return None
    if digit is None:
        return total
    if digit.value >= last:
        return None
    if digit.value and not digit.printed and last not in (10, 10**5) and not gap:
        return total + digit.value * last / 10
    return total + digit.value
