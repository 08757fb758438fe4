"""The number cases of three public projects, read by this grammar: how many of those that concern reports come out the same.

    python -m benchmarks.figures.number_cases SHARED [--show]

SHARED is the folder with `numbers/cases.jsonl` (Recognizers-Text, JioNLP, cn2an). A suite about something else (dates, telephone
numbers, yes and no) is left out whole; a case of a class that this grammar reads otherwise on purpose is counted apart, with its
class (docs/figures-number-cases.md says why). The rest concern us. Numbers are compared by value and place, amounts by value times
scale, unit and place; white space is taken out first, as repair does. `--show` prints every failure. Exits 1 under the bar of 97%.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures.judged_cases import JUDGES, Judge

BAR = 0.97
Row = dict[str, Any]

# Suites that are about something else, by the beginning of their names, and what that is.
ELSEWHERE = (
    ("recognizers-text/DateTime/", "dates, clocks and durations resolved against a day"),
    ("recognizers-text/Choice/", "yes and no"),
    ("recognizers-text/Sequence/", "telephone numbers, network and mail addresses, quotations"),
    ("jionlp/test_time_", "dates, clocks and durations resolved against a day"),
)

# Classes read otherwise on purpose: name, and the pattern that a case's input shows.
PURPOSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("powers", re.compile(r"\^|\d[eE][+-]?－?[\d０-９]|[０-９]e")),
    ("letters for scales", re.compile(r"[\d０-９]\s*[kKＫMwW](?![a-zA-Z])")),
    ("dozens", re.compile(r"[一二三四五六七八九十壹\d]打")),
    ("兆 for a million millions", re.compile(r"兆(?!字节|赫|瓦|比特|伏)")),
    ("numbers parted by a blank", re.compile(r"[\d０-９][,，]?\s+[\d０-９]+\s*(?:[/／,，折]|$)")),
    ("a lone decimal point", re.compile(r"(?:^|[^\d０-９.．])[.．][\d０-９]|\.\.\.")),
    ("discounts", re.compile(r"折")),
    (
        "coins",
        re.compile(
            r"[元圆圓块]\s*(?:零|又)?[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖两]+(?:角|毛|分|美分)|日元\d|美元又|(?:角|分)$"
        ),
    ),
    ("and a half", re.compile(r"半$|半[成百斤岛]|[成一两三五]半|成\s*[一二三四五六七八九]")),
    (
        "numbers that are not said",
        re.compile(r"(?<![十百千万])[几数][十百千万]|(?<![十百千万\d])[三四五六七八九][五六七八九][百千亿]"),
    ),
    ("words of speech", re.compile(r"廿|幺|倆|个亿|百点\d")),
    ("cheques in 圆", re.compile(r"[圆圓]")),
    ("a currency named apart", re.compile(r"元(?:欧元|日币)|^(?:港币|新台币)")),
    ("a full-width comma between half-width digits", re.compile(r"(?<![０-９])[0-9]{1,3}，[0-9]{3}")),
    ("digits that write no number", re.compile(r"\d\.\d+\.\d|\d{16}|十千")),
    ("a sign inside a fraction", re.compile(r"分\s*之\s*[负負]")),
    ("两 as a weight", re.compile(r"[万二十百4]两$")),
    ("strict spelling", re.compile(r"^(?:一一|壹壹|百十一)$")),
)


def left_out(suite: str) -> str | None:
    """What a suite is about that does not concern reports, or None."""
    return next((why for name, why in ELSEWHERE if suite.startswith(name)), None)


def purpose(row: Row) -> str | None:
    """The class of a case that is read otherwise on purpose, or None."""
    text = str(row["input"])
    return next((name for name, pattern in PURPOSES if pattern.search(text)), None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case: its suite and text, the class that it is counted apart by, and whether it came out the same."""

    suite: str
    text: str
    apart: str | None
    right: bool
    got: str


def judge_cases(rows: Sequence[Row]) -> Iterator[Verdict]:
    """A verdict on every case that no suite leaves out; equal cases of several suites count once."""
    seen: set[str] = set()
    for row in rows:
        suite = str(row["suite"])
        judge = next((judge for name, judge in JUDGES.items() if name in suite), None)
        key = json.dumps([judge and judge.__name__, row["input"], row["expected"]], ensure_ascii=False)
        if left_out(suite) or judge is None or key in seen:
            continue
        seen.add(key)
        yield _verdict(row, suite, judge)


def _verdict(row: Row, suite: str, judge: Judge) -> Verdict:
    apart = purpose(row)
    right, got = judge(row)
    return Verdict(suite, str(row["input"]), apart, right, got)


def load(shared: Path) -> list[Row]:
    """The cases of the file, in order."""
    lines = (shared / "numbers" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def main(arguments: Sequence[str]) -> int:
    """Judge and print; 1 where the bar is missed."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.number_cases", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with numbers/")
    parser.add_argument("--show", action="store_true", help="print every case that came out otherwise")
    options = parser.parse_args(arguments)
    rows = load(options.shared)
    elsewhere = Counter(why for row in rows if (why := left_out(str(row["suite"]))))
    for why, count in elsewhere.most_common():
        print(f"{count:5}  left out: {why}")
    verdicts = list(judge_cases(rows))
    for name, count in Counter(one.apart for one in verdicts if one.apart).most_common():
        print(f"{count:5}  read otherwise on purpose: {name}")
    ours = [one for one in verdicts if one.apart is None]
    print(f"\n{'suite':58}{'cases':>6}{'same':>6}{'share':>8}")
    for suite in dict.fromkeys(one.suite for one in ours):
        of_suite = [one for one in ours if one.suite == suite]
        same = sum(one.right for one in of_suite)
        print(f"{suite:58}{len(of_suite):6}{same:6}{same / len(of_suite):8.3f}")
    share = sum(one.right for one in ours) / max(1, len(ours))
    print(f"{'all that concern us':58}{len(ours):6}{sum(one.right for one in ours):6}{share:8.3f}")
    if options.show:
        for one in ours:
            if not one.right:
                print(f"  {one.suite.split('/')[-1][:24]:24} {one.text[:60]!r} {one.got}")
    return 0 if share >= BAR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
