"""Quantities in text, told from what is none: the front door of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from report_qa.figures.amounts import Quantity, Refused
from report_qa.figures.arabic import find_arabic
from report_qa.figures.chinese import find_chinese
from report_qa.figures.masks import find_masks
from report_qa.figures.numerals import fold_numerals, fold_width
from report_qa.figures.why import Why

__all__ = ["Quantity", "Refused", "find_quantities", "read_numbers"]

_ANY_NUMBER = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿半番壹贰叁肆伍陆柒捌玖拾佰仟兩萬億]")
_ONE_OF = re.compile(r"[^，。；、\d]{0,16}?(?<!分)之一")


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a text without white space, in order; none of them overlap.

    >>> [(q.value, q.scale, q.unit, q.qualifier) for q in find_quantities("产量达到25.5亿斤以上，增长5%至6%")]
    [(Decimal('25.5'), 100000000, '斤', '以上'), (Decimal('5'), 1, '%', None)]
    """
    return read_numbers(text)[0]


def read_numbers(text: str) -> tuple[list[Quantity], list[Refused]]:
    """Every quantity of a text without white space, and what it was not taken for one, each in order.

    >>> [(refused.start, refused.end, refused.why.value) for refused in read_numbers("PM2.5下降5%，近5年")[1]]
    [(0, 5, 'name'), (11, 13, 'period')]
    """
    if not _ANY_NUMBER.search(text):
        return [], []
    folded = fold_numerals(text)
    masks = find_masks(folded)
    found, refused = find_arabic(folded, masks)
    taken = [*((mask.start, mask.end) for mask in masks), *((one.start, one.end) for one in found)]
    found += [Quantity(*parts) for parts in find_chinese(folded, taken)]
    found.sort(key=lambda quantity: quantity.start)
    if folded != text:
        found = [_as_printed(quantity, text, folded) for quantity in found]
    kept: list[Quantity] = []
    for quantity in found:
        if _ONE_OF.match(folded, quantity.end):  # 全国7个先导区之一
            refused.append(Refused(quantity.start, quantity.end, Why.ONE_OF))
        else:
            kept.append(quantity)
    kept = list(_shared_qualifiers(folded, kept))
    refused += [Refused(mask.start, mask.end, mask.why) for mask in masks]
    return kept, sorted(refused, key=lambda one: (one.start, one.end))


_APART = re.compile(r"[、和与及]")
_TO_EACH = re.compile(r"(?:分别|均|都)$")


def _shared_qualifiers(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """分别突破5亿元、7亿元: the qualifier before the first number of a list bounds each."""
    shared, end = None, -1
    for quantity in found:
        joined = shared is not None and _APART.fullmatch(text, end, quantity.start)
        if not joined:
            before = text[quantity.start : quantity.number_start]
            shared = before if before and _TO_EACH.search(text, max(0, quantity.start - 2), quantity.start) else None
        end = quantity.end
        yield replace(quantity, qualifier=shared) if joined and quantity.qualifier is None else quantity


def _as_printed(quantity: Quantity, text: str, folded: str) -> Quantity:
    """The quantity with its unit in the script of the text (個百分點), widths aside."""
    unit = quantity.unit
    at = folded.rfind(unit, quantity.number_start, quantity.end) if unit else -1
    printed = fold_width(text[at : at + len(unit)]) if unit and at >= 0 else unit
    return quantity if printed == unit else replace(quantity, unit=printed)
