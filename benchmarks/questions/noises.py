"""Noise that people add to a question: frames, width, script, padding, homophones, slips of the keyboard, pinyin.

Each noise takes a question and a source of chance, and gives the noisy one, or None where it has nothing to change. What it
takes for a homophone comes from pypinyin, not from the product's own tables.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

Noise = Callable[[str, random.Random], str | None]

_HAN = re.compile(r"[\u4e00-\u9fff]")
# Words that ask or date: a slip in them is a slip in another sense, so the noise stays in what the question is about.
_ASKING = re.compile(
    r"多少|几|哪些?|什么|怎么样?|如何|是不是|有没有|是否|吗|呢|吧|呀|了|的|是|今年|去年|前年|明年|[一二三四五六七八九十百千万亿]|年|月"
)
_PADDING = (
    "我是本地的一个普通居民，平时上班挺忙的。", "前两天和邻居聊天说起这个事情，大家的说法都不一样。", "昨天下了一整天的雨，路上都是水。",
    "我孩子今年刚上学，家里老人身体还不错。", "我在单位做一点文字工作，领导让我查点材料。", "周末带家人去公园走了走，人特别多。",
    "网上的信息乱七八糟的，我也不知道该信哪个。", "说起来惭愧，这些材料我平时很少看。",
)  # fmt: skip
_FRAMES_ZH = (
    "你好，请问{}", "您好，麻烦帮我查一下{}谢谢！", "不好意思打扰了，我想问问{}", "同志你好，我想咨询一下，{}辛苦了", "那个，问一下哈，{}在线等，急",
    "亲，{}多谢啦", "领导您好！我是一名大学生，写论文要用，想请教一下{}万分感谢", "哎，有人知道{}", "我就想知道，{}", "老师好，{}麻烦您了",
)  # fmt: skip
_FRAMES_EN = (
    "Hi there, could you please tell me {} Thanks a lot!", "Hello! Quick question: {}", "Sorry to bother you, {}",
    "I was wondering, {} Cheers", "Good morning. {} Many thanks in advance.",
)  # fmt: skip
_EMOJI = "😀🙏👍🤔🎉😊❓🔥👍🏽👨‍👩‍👧"
_LOOK_ALIKE = "入人 己已 末未 土士 日曰 大太 千干 贷货 治冶 折拆 设没 农衣 业亚 住往 侯候 幻幼 历厉 旅族 低抵 公会 元无 万方 房户 增憎 税悦 城诚 项顶 医匡 研砖 育盲"
_SHAPES: dict[str, str] = {
    one: other for pair in _LOOK_ALIKE.split() for one, other in (tuple(pair), tuple(reversed(pair)))
}
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def frame(text: str, chance: random.Random) -> str | None:
    """A greeting before the question and thanks after it."""
    return chance.choice(_FRAMES_ZH if _HAN.search(text) else _FRAMES_EN).format(text)


def emoji(text: str, chance: random.Random) -> str | None:
    """Emoji somewhere in it, and at its end."""
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]}{chance.choice(_EMOJI[:8])}{text[at:]}{chance.choice(_EMOJI[:8])}{_EMOJI[-5:]}"


def no_marks(text: str, _: random.Random) -> str | None:
    """No punctuation at its end or inside."""
    bare = re.sub(r"[？?。！!]+|(?<=[\u4e00-\u9fff])[，、](?=[\u4e00-\u9fff])(?!分别)", "", text)
    return bare if bare != text and "“" not in text else None


def many_marks(text: str, _: random.Random) -> str | None:
    """The mark at its end many times."""
    return f"{text.rstrip('？?。')}？？？！！！。。。"


def full_width(text: str, _: random.Random) -> str | None:
    """Letters, digits and marks in full width."""
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)
    return wide if wide != text else None


def spaced(text: str, _: random.Random) -> str | None:
    """A space between any two Chinese characters."""
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", text) if _HAN.search(text) else None


def traditional(text: str, chance: random.Random) -> str | None:
    """Traditional Chinese, as written in general, in Taiwan or in Hong Kong."""
    turned = _opencc(chance.choice(("s2t", "s2tw", "s2hk")))(text)
    return turned if turned != text else None


def markup(text: str, chance: random.Random) -> str | None:
    """Tags, entities and a script around it."""
    at = chance.randrange(len(text) + 1)
    return f"<p style='color:red'>{text[:at]}<b>{text[at:]}</b>&nbsp;</p><script>alert(1)</script>"


def padded(text: str, chance: random.Random) -> str | None:
    """600 characters of chat around it."""
    if not _HAN.search(text):
        return None
    before = chance.randrange(4, 22)
    chat = [chance.choice(_PADDING) for _ in range(28)]
    end = "" if text[-1] in "？?。！!" else "？"
    return f"{''.join(chat[:before])}{text}{end}{''.join(chat[before:])}"


def homophone(text: str, chance: random.Random) -> str | None:
    """One character replaced by another of the same sound."""
    for at in _places(text, chance):
        others = [other for other in _sounding(_sound(text[at])) if other != text[at]]
        if others:
            return text[:at] + chance.choice(others) + text[at + 1 :]
    return None


def near_key(text: str, chance: random.Random) -> str | None:
    """One key of a character's pinyin missed for the next one, so that another character was typed."""
    for at in _places(text, chance):
        sound = _sound(text[at])
        slips = [sound[:key] + near + sound[key + 1 :] for key in range(len(sound)) for near in _neighbours(sound[key])]
        chance.shuffle(slips)
        for slip in slips:
            if others := _sounding(slip):
                return text[:at] + chance.choice(others) + text[at + 1 :]
    return None


def shape(text: str, chance: random.Random) -> str | None:
    """One character replaced by one that looks like it."""
    places = [at for at in _places(text, chance) if text[at] in _SHAPES]
    return text[: places[0]] + _SHAPES[text[places[0]]] + text[places[0] + 1 :] if places else None


def dropped(text: str, chance: random.Random) -> str | None:
    """One character left out."""
    return next((text[:at] + text[at + 1 :] for at in _places(text, chance)), None)


def doubled(text: str, chance: random.Random) -> str | None:
    """One character typed twice."""
    return next((text[:at] + text[at] + text[at:] for at in _places(text, chance)), None)


def swapped(text: str, chance: random.Random) -> str | None:
    """Two neighbouring characters in the wrong order."""
    places = _places(text, chance)
    for at in places:
        if at + 1 in places and text[at] != text[at + 1]:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return None


def pinyin(text: str, _: random.Random) -> str | None:
    """The whole question in pinyin without tones, word by word."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.seg.mmseg import seg

    if not _HAN.search(text) or re.search(r"[“”《》]", text):
        return None
    words = []
    for run in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", text):
        if _HAN.match(run):
            words += ["".join(lazy_pinyin(word, style=Style.NORMAL)) for word in seg.cut(run)]
        else:
            words.append(run)
    return re.sub(r"\s+", " ", " ".join(words).replace("？", "?").replace("，", ",")).strip()


def lower(text: str, _: random.Random) -> str | None:
    """Latin letters small."""
    return text.lower() if text.lower() != text else None


def upper(text: str, _: random.Random) -> str | None:
    """Latin letters as capitals."""
    return text.upper() if not _HAN.search(text) and text.upper() != text else None


def misspelt(text: str, chance: random.Random) -> str | None:
    """An English word with two letters swapped, or one missing."""
    words = list(re.finditer(r"[a-z]{6,}", text)) if not _HAN.search(text) else []
    if not words:
        return None
    word = chance.choice(words)
    at = word.start() + chance.randrange(1, len(word[0]) - 2)
    if chance.random() < 0.5 and text[at] != text[at + 1]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :]


NOISES: tuple[Noise, ...] = (
    frame, emoji, no_marks, many_marks, full_width, spaced, traditional, markup, padded, lower, upper,
    homophone, near_key, shape, dropped, doubled, swapped, misspelt, pinyin,
)  # fmt: skip


def _places(text: str, chance: random.Random) -> list[int]:
    """Positions of the Chinese characters that say what is asked about, in an order of chance."""
    hidden = _ASKING.sub(lambda match: " " * len(match[0]), text)
    runs = [match.span() for match in re.finditer(r"[\u4e00-\u9fff]{3,}", hidden)]
    places = [at for start, end in runs for at in range(start, end)]
    chance.shuffle(places)
    return places


@cache
def _sound(letter: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return str(lazy_pinyin(letter, style=Style.NORMAL)[0])


@cache
def _common() -> dict[str, list[str]]:
    """The 3,755 common characters of GB 2312 by their sound."""
    found: dict[str, list[str]] = {}
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            try:
                letter = bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            found.setdefault(_sound(letter), []).append(letter)
    return found


def _sounding(sound: str) -> list[str]:
    return _common().get(sound, [])


def _neighbours(key: str) -> str:
    for row in _KEYS:
        at = row.find(key)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""


@cache
def _opencc(config: str) -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(config).convert
    return convert
