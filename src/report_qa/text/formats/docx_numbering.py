"""`Numbering`: the list numbers (一、 （一） 1.) that Word makes itself and that stand nowhere in a paragraph's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from report_qa.text.formats.docx_markup import attribute, printed_mark, value
from report_qa.text.formats.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_GLUED = re.compile(r"[、，。：；．）】〕》⑴-⒛①-⑳㈠-㈩㊀-㊉]$")
_DEPTH = 32  # styles that may be based on one another


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    glued: bool = False  # nothing stands between the number and the text
    legal: bool = False  # every number in it is decimal
    restart: int | None = None
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]  # levels that begin anew in this list


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str | None
    list_id: str | None
    level: int | None


class Numbering:
    """The list numbers of one document, counted as its paragraphs are read in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles = dict(_styles(styles))
        self._default = _default_style(styles)
        self._lists = dict(_lists(numbering))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def style_name(self, properties: etree._Element | None) -> str:
        """The name of a paragraph's style (`heading 1`, `toc 2`), lower case, or nothing."""
        style = self._styles.get(self._style_id(properties) or "")
        return style.name if style else ""

    def label(self, properties: etree._Element | None) -> str:
        """The list number before a paragraph of these properties (`w:pPr`), with the space behind it; counts it."""
        list_id, at = self._place(properties)
        found = self._lists.get(list_id or "")
        if found is None or at not in found.levels:
            return ""
        level = found.levels[at]
        counts = self._count(list_id or "", found, at)
        if level.style == "bullet":
            return f"{printed_mark(level.text)} " if level.text.strip() else ""

        def written(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shape = found.levels.get(other, level)
            return numeral(counts.get(other, shape.start), "decimal" if level.legal else shape.style)

        text = _PLACE.sub(written, level.text)
        return text if not text or level.glued or _GLUED.search(text) else f"{text} "

    def _count(self, list_id: str, found: _List, at: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.starts and (list_id, at) not in self._begun:
            counts[at] = found.starts[at] - 1
        self._begun.add((list_id, at))
        counts[at] = counts.get(at, found.levels[at].start - 1) + 1
        for upper in range(at):
            if upper in found.levels:
                counts.setdefault(upper, found.levels[upper].start)
        for deeper in [other for other in counts if other > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                del counts[deeper]
        return counts

    def _style_id(self, properties: etree._Element | None) -> str | None:
        named = value(properties, "pStyle")
        return named if named is not None else self._default

    def _place(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, or its style's."""
        own = None if properties is None else properties.find("{*}numPr")
        list_id, level = value(own, "numId"), _number(value(own, "ilvl"))
        style_id = self._style_id(properties)
        for _ in range(_DEPTH):
            style = self._styles.get(style_id or "")
            if style is None or list_id is not None:
                break
            if style.list_id is not None:
                list_id = style.list_id
                level = level if level is not None else self._level_of(list_id, style_id, style)
            style_id = style.parent
        return list_id, level or 0

    def _level_of(self, list_id: str, style_id: str | None, style: _Style) -> int | None:
        found = self._lists.get(list_id)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.paragraph_style == style_id), style.level)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else None


def _styles(root: etree._Element | None) -> Iterator[tuple[str, _Style]]:
    for style in () if root is None else root.iter("{*}style"):
        properties = style.find("{*}pPr")
        own = None if properties is None else properties.find("{*}numPr")
        key, name = attribute(style, "styleId"), (value(style, "name") or "").lower()
        if key is not None:
            yield key, _Style(name, value(style, "basedOn"), value(own, "numId"), _number(value(own, "ilvl")))


def _default_style(root: etree._Element | None) -> str | None:
    """The style of a paragraph that names none."""
    for style in () if root is None else root.iter("{*}style"):
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
            return attribute(style, "styleId")
    return None


def _lists(root: etree._Element | None) -> Iterator[tuple[str, _List]]:
    if root is None:
        return
    abstracts = {attribute(one, "abstractNumId") or "": one for one in root.iterfind("{*}abstractNum")}
    linked = {link: one for one in abstracts.values() if (link := value(one, "styleLink")) is not None}
    for one in root.iterfind("{*}num"):
        key, abstract_id = attribute(one, "numId"), value(one, "abstractNumId") or ""
        abstract = abstracts.get(abstract_id)
        if key is None or key == "0" or abstract is None:
            continue
        abstract = linked.get(value(abstract, "numStyleLink") or "", abstract)
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for change in one.iterfind("{*}lvlOverride"):
            at, start = _number(attribute(change, "ilvl")), _number(value(change, "startOverride"))
            levels.update(_levels(change))
            if at is not None and start is not None:
                starts[at] = start
        yield key, _List(attribute(abstract, "abstractNumId") or abstract_id, levels, starts)


def _levels(parent: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in parent.iterfind("{*}lvl"):
        at, start = _number(attribute(level, "ilvl")), _number(value(level, "start"))
        legal = level.find("{*}isLgl")
        style = level.find(".//{*}numFmt")
        if at is None:
            continue
        yield (
            at,
            _Level(
                start=1 if start is None else start,
                style=(attribute(style, "val") if style is not None else None) or "decimal",
                text=value(level, "lvlText") or "",
                glued=value(level, "suff") == "nothing",
                legal=legal is not None and attribute(legal, "val") not in ("0", "false", "off"),
                restart=_number(value(level, "lvlRestart")),
                paragraph_style=value(level, "pStyle"),
            ),
        )
