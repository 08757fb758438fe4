"""How a case of another project's suites is compared with what this grammar reads: value, unit and place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from report_qa.figures.numbers import Number, find_numbers
from report_qa.figures.numerals import fold_width, numeral
from report_qa.figures.quantity import Quantity, find_quantities, read_numbers
from report_qa.figures.why import Why

Row = dict[str, Any]
Judge = Callable[[Row], tuple[bool, str]]

_SIGN = re.compile(r"^[-－负負]")
_BEFORE = re.compile(r"^(?:人民币|华氏温度|华氏|摄氏|港币|新台币|￥|\$)")
# What a percentage counts in each unit, in hundredths.
_PERCENT: dict[str | None, Decimal | int] = {
    "%": 1, "个百分点": 1, "百分点": 1, "個百分點": 1, "百分之": 1, "佰分之": 1, "成": 10, "‰": Decimal("0.1"), "千分之": Decimal("0.1"), "仟分之": Decimal("0.1"), "万分之": Decimal("0.01"), "萬分之": Decimal("0.01"),
    "百万分之": Decimal("0.0001"), "千万分之": Decimal("0.00001"), "万万分之": Decimal("0.000001"), "百万万分之": Decimal("0.00000001"),
}  # fmt: skip
_UNITS = {
    "Chinese yuan": "元 元人民币 人民币 块 圆 圆整 元整 圓 圓整 块钱", "United States dollar": "美元 美圆", "Euro": "欧元", "Hong Kong dollar": "港元 港币",
    "Japanese yen": "日元 日币", "New Taiwan dollar": "台币 新台币", "Swiss franc": "瑞士法郎", "Nigerian naira": "奈拉",
    "Meter": "米 m", "Centimeter": "公分 厘米 cm CM", "Kilometer": "公里 千米 km", "Ton": "吨", "Jin": "斤", "Kilogram": "公斤 千克 kg", "Gram": "克 g",
    "Mu": "亩", "Liang": "两", "Kilowatt": "千瓦 kW", "Microgram": "微克", "Year": "岁 周岁 年", "Month": "个月 个月大", "Week": "周 周大", "Day": "天 天大",
    "C": "℃ °C 摄氏度", "Degree": "度", "F": "度", "Kilobit": "千比特 比特", "Megabyte": "兆字节", "Kilobyte": "千字节 字节", "Megahertz": "兆赫兹 兆赫",
    "Hertz": "赫兹", "Kilocalorie": "千卡", "Bitcoin": "个比特币", "Bit": "位", "Dollar": "美元",
}  # fmt: skip
_MONEY = {
    "元": "元 人民币 元人民币 块 块钱 圆 圆整 元整", "美元": "美元", "港元": "港元 港币", "日元": "日元 日币", "欧元": "欧元", "英镑": "英镑", "韩元": "韩元",
    "新台币": "台币 新台币", "泰铢": "泰铢", "卢布": "卢布", "澳元": "澳元", "加元": "加元", "法郎": "法郎",
}  # fmt: skip


def _bare(text: str) -> str:
    return "".join(text.split())


def _same(value: Decimal | None, said: str) -> bool:
    """Whether two numbers are equal but for the sign, which no figure has, and the last places of a double."""
    wanted = abs(Decimal(said.rstrip("%")))
    return value is not None and abs(value - wanted) <= wanted * Decimal("1e-9")


def _like(one: str, other: str) -> bool:
    ours, theirs = (unicodedata.normalize("NFKC", _SIGN.sub("", _bare(text))).lower() for text in (one, other))
    return ours == theirs or ours.removeprefix("百分之") == theirs


def numbers(row: Row) -> tuple[bool, str]:
    """Every number expected is read, at its place and with its value; where none is expected, no figure is read."""
    text = _bare(row["input"])
    found = find_numbers(text)
    got = str([(text[one.start : one.end], str(one.value)) for one in found])
    if not row["expected"]:
        return not find_quantities(text), got
    rest = list(found)
    for said in row["expected"]:
        match = next((one for one in rest if _is_number(text, one, said)), None)
        if match is None:
            return False, got
        rest.remove(match)
    return True, got


def _is_number(text: str, one: Number, said: Row) -> bool:
    return _like(text[one.start : one.end], said["Text"]) and _same(one.value, said["Resolution"]["value"])


def bounds(row: Row) -> tuple[bool, str]:
    """Each end of a range of numbers is read with its value."""
    text = _bare(row["input"])
    found = [str(one.value) for one in find_numbers(text) if one.value is not None]
    ends = [end for said in row["expected"] for end in re.findall(r"-?\d[\d.]*", said["Resolution"]["value"])]
    return all(any(_same(Decimal(one), end) for one in found) for end in ends), str(found)


def ordinals(row: Row) -> tuple[bool, str]:
    """An ordinal is no figure, and is told to be one."""
    text = _bare(row["input"])
    quantities, refused = read_numbers(text)
    told = [fold_width(text)[one.start : one.end] for one in refused if one.why is Why.ORDINAL]
    wanted = [_bare(said["Text"]) for said in row["expected"]]
    return not quantities and all(any(one.startswith(other) for one in told) for other in wanted), str(told)


def _amounts(text: str) -> tuple[list[Quantity], str]:
    found = find_quantities(text)
    return found, str(
        [(text[one.start : one.end], str(one.value), one.scale, one.unit, one.qualifier) for one in found]
    )


def percentages(row: Row) -> tuple[bool, str]:
    """Each percentage is read with its value in hundredths, and nothing else is read as one."""
    text = _bare(row["input"])
    found, got = _amounts(text)
    read = [(one, one.value * one.scale * _PERCENT[one.unit]) for one in found if one.unit in _PERCENT]
    wanted = [said["Resolution"]["value"] for said in row["expected"]]
    ends = [value for one, value in read] + [one.value_to for one, _ in read if one.value_to is not None]
    right = all(any(_same(value, end) for value in ends) for end in wanted)
    return right and len(read) == len(wanted), got


def units(row: Row) -> tuple[bool, str]:
    """Each amount expected is read with its value, unit and place; a unit without a number is none."""
    text = _bare(row["input"])
    found, got = _amounts(text)
    for said in row["expected"]:
        value, unit = said["Resolution"]["value"], said["Resolution"]["unit"]
        if value is not None and not any(_is_amount(text, one, said["Text"], value, unit) for one in found):
            return False, got
    return bool(row["expected"]) or not found, got


def _is_amount(text: str, one: Quantity, said: str, value: str, unit: str) -> bool:
    printed = _BEFORE.sub("", unicodedata.normalize("NFKC", _SIGN.sub("", _bare(said)))).lower()
    ours = unicodedata.normalize("NFKC", text[one.number_start : one.end]).lower()
    kind = _UNITS.get(unit, unit).split()
    scaled = {"Kilobit": 1000, "Megabyte": 10**6, "Kilobyte": 1000, "Megahertz": 10**6}.get(unit, 1)
    amount = one.value * one.scale
    return (ours.startswith(printed.rstrip("大")) or printed.startswith(ours)) and (
        one.unit in kind and (_same(amount, value) or _same(amount * scaled, value) or _same(amount / scaled, value))
    )


def money(row: Row) -> tuple[bool, str]:
    """An amount of money, or a range of them, with its currency; without a printed unit its number alone."""
    text = _bare(row["input"])
    found, got = _amounts(text)
    said = row["expected"]
    wanted = said["num"] if isinstance(said["num"], list) else [said["num"]]
    if not re.search("[元圆圓块钱币镑铢布郎]", text):
        values = [one.value for one in find_numbers(text)]
        return all(any(_same(value, end) for value in values) for end in wanted), str(list(map(str, values)))
    units_ = _MONEY.get(said["case"], said["case"]).split()
    read = [one for one in found if one.unit in units_ or said["case"] in text and one.unit in ("元", "万元")]
    ends = [end * one.scale for one in read for end in (one.value, one.value_to) if end is not None]
    vague = len(wanted) == 2 and len(ends) == 1 and re.search("[多余几]", text[read[0].start : read[0].end])
    wanted = wanted[:1] if vague else wanted
    return len(ends) == len(wanted) and all(_same(a, b) for a, b in zip(ends, wanted, strict=True)), got


def money_places(row: Row) -> tuple[bool, str]:
    """Every amount of money in running text at its place, and no other."""
    text = row["input"]
    found, got = _amounts(_bare(text))
    read = [_bare(text)[one.number_start : one.end] for one in found if one.unit and re.search("[元币圆块]", one.unit)]
    return read == [_bare(said["text"]) for said in row["expected"]], got


def whole(row: Row) -> tuple[bool, str]:
    """A numeral alone: its value, or that it is none."""
    text = _SIGN.sub("", _bare(str(row["input"])))
    text = re.sub(r"[元圆圓][整正]?$", "", text)
    value = numeral(fold_width(text)) if text else None
    said = row["expected"]
    return (value is None if said is None else _same(value, str(said))), str(value)


def spelled(row: Row) -> tuple[bool, str]:
    """What another project spells a number as is read back as that number: in words, as a cheque has it."""
    if row["expected"] is None:
        return True, ""
    forms = row["expected"][:2] if isinstance(row["expected"], list) else [row["expected"]]
    wanted = str(Decimal(str(row["input"])))
    read = [numeral(_SIGN.sub("", form)) for form in forms]
    return all(_same(value, wanted) for value in read), str(list(map(str, read)))


def rewritten(row: Row) -> tuple[bool, str]:
    """A sentence and its rewriting in the other kind of digits hold the same numbers."""
    one, other = ([number.value for number in find_numbers(_bare(text))] for text in (row["input"], row["expected"]))
    return one == other, f"{[*map(str, one)]} {[*map(str, other)]}"


JUDGES: dict[str, Judge] = {
    "Number/NumberModel": numbers, "Number/NumberRangeModel": bounds, "Number/OrdinalModel": ordinals, "Number/PercentModel": percentages,
    "NumberWithUnit/": units, "jionlp/test_money_parser": money, "jionlp/test_money_extractor": money_places,
    "cn2an/cn2an_test": whole, "cn2an/an2cn_test": spelled, "cn2an/transform_test": rewritten,
}  # fmt: skip
