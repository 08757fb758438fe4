"""`Why`: why a printed number is no figure of the ledger, in words of both languages."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """The reasons; each but `NOT_UNDERSTOOD` explains its number."""

    DATE = "date"
    CLOCK = "clock"
    PERIOD = "period"
    ORDINAL = "ordinal"
    RANK = "rank"
    NAME = "name"
    QUOTED = "quoted"
    SET_PHRASE = "set_phrase"
    LIST_NUMBER = "list_number"
    NOTE = "note"
    THRESHOLD = "threshold"
    BASE = "base"
    RATIO = "ratio"
    ONE_OF = "one_of"
    VAGUE = "vague"
    PHONE = "phone"
    CODE = "code"
    LINK = "link"
    SCALE_APART = "scale_apart"
    ODD_SCALE = "odd_scale"
    MALFORMED = "malformed"
    UNREADABLE = "unreadable"
    OTHER_SCRIPT = "other_script"
    CUT = "cut"
    TITLE = "title"
    LEFT_OUT = "left_out"
    DROPPED = "dropped"
    NOT_UNDERSTOOD = "not_understood"

    @property
    def zh(self) -> str:
        """The reason in a few Chinese words."""
        return WORDS[self][0]

    @property
    def en(self) -> str:
        """The reason in a few English words."""
        return WORDS[self][1]


WORDS: dict[Why, tuple[str, str]] = {
    Why.DATE: ("日期或年份", "a date or a year"),
    Why.CLOCK: ("钟点", "a time of day"),
    Why.PERIOD: ("表示时间段的年数（近五年、三年行动）", "years that say when, not how long (近五年, 三年行动)"),
    Why.ORDINAL: ("序数（第十六届、第3）", "an ordinal (第十六届, 第3)"),
    Why.RANK: ("排名（前10位、百强）", "a rank (前10位, 百强)"),
    Why.NAME: ("名称或代号里的数字（PM2.5、5G）", "part of a name or a code (PM2.5, 5G)"),
    Why.QUOTED: ("引号或书名号里的说法", "part of a name in quotation or title marks"),
    Why.SET_PHRASE: ("固定说法里的数字（三个代表、一体两翼）", "part of a set phrase (三个代表, 一体两翼)"),
    Why.LIST_NUMBER: ("条目编号", "the number of a list's item"),
    Why.NOTE: ("注释的序号（[3]、（16））", "the number of a note ([3], （16）)"),
    Why.THRESHOLD: (
        "名称里的门槛或规格（亿元以上项目、5万吨级）",
        "a threshold or size in a name (亿元以上项目, 5万吨级)",
    ),
    Why.BASE: ("比率的基数（每10万人）", "what a rate counts by (每10万人)"),
    Why.RATIO: ("比例、比分或分式（1:2.5）", "a ratio or a score (1:2.5)"),
    Why.ONE_OF: ("若干之一（7个先导区之一）", "one of so many (7个先导区之一)"),
    Why.VAGUE: ("约略的数（几十、数百）", "a number that is not said (几十, 数百)"),
    Why.PHONE: ("电话或热线号码", "a telephone or hotline number"),
    Why.CODE: ("编码或过长的数字", "a code, or more digits than an amount has"),
    Why.LINK: ("网址、邮箱或网络地址", "part of a web, mail or network address"),
    Why.SCALE_APART: (
        "量级只印在后面的数上（5000、5300亿元）",
        "its scale word is printed behind a later number (5000、5300亿元)",
    ),
    Why.ODD_SCALE: ("量级写法特殊（百亿亿、几个亿）", "its scale word is none of 万, 亿 and 万亿 (百亿亿)"),
    Why.MALFORMED: ("写法不成一个数（1.2.3亿）", "digits that write no number (1.2.3亿)"),
    Why.UNREADABLE: ("旁边有无法识别的字符", "beside a character that could not be read"),
    Why.OTHER_SCRIPT: ("其他文字的数字", "digits of another script"),
    Why.CUT: ("被换行断开的半个数", "half of a number that a line end cuts"),
    Why.TITLE: ("标题、会议、报告人等报告题头", "the report's title lines: title, meeting, date, speaker"),
    Why.LEFT_OUT: (
        "整理版面时略去的内容（页码、书眉等）",
        "left out as none of the report's (page numbers, running heads)",
    ),
    Why.DROPPED: ("人工剔除", "dropped by a person"),
    Why.NOT_UNDERSTOOD: ("未能理解", "not understood"),
}
