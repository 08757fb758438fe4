"""The words of a question without the noise around them: width, script, tags, emoji, greetings, padding."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from typing import Literal, Protocol

from report_qa.questions.courtesy import smalltalk_of

_KEPT = frozenset("，。？！；：（）“”‘’、《》【】…—～·")
"""Left as typed where NFKC would turn it into ASCII."""

_MARKUP = re.compile(
    r"<!--.*?-->|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|$)|</?[A-Za-z][^<>]{0,300}>", re.IGNORECASE | re.DOTALL
)
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAS_HAN = re.compile(f"[{_HAN}]")
_SPACE_BY_HAN = re.compile(rf"(?<=[{_HAN}，。？！；：、]) +(?=\S)|(?<=\S) +(?=[{_HAN}，。？！；：、])")
_REPEATED_LETTER = re.compile(r"([^\d\W_]|[^\w\s.])\1{3,}")
_REPEATED_MARK = re.compile(r"([？?！!。，,；;、~～])(?:\s*\1)+")
_REPEATED_WORDS = re.compile(r"(.{2,30}?)\1{3,}", re.DOTALL)

_SLANG = {
    "zf": "政府", "dt": "地铁", "yb": "医保", "gjj": "公积金", "shebao": "社保", "yibao": "医保", "ditie": "地铁",
}  # fmt: skip
_SLANG_WORD = re.compile(rf"(?<![A-Za-z])({'|'.join(_SLANG)})(?![A-Za-z])", re.IGNORECASE)
_DIALECT = (
    ("乜嘢", "什么"), ("冇得", "没有"), ("有冇", "有没有"), ("依家", "现在"), ("而家", "现在"), ("边度", "哪里"), ("边个", "谁"), ("点解", "为什么"),
    ("几时", "什么时候"), ("拉圾", "垃圾"), ("垃极", "垃圾"), ("嘅", "的"), ("咗", "了"), ("喺", "在"), ("冇", "没有"), ("唔", "不"),
    ("嘢", "东西"), ("啲", "些"), ("佢", "他"), ("畀", "给"), ("瞓", "睡"), ("睇", "看"), ("哋", "们"), ("攞", "拿"), ("乜", "什么"),
    ("咩", "吗"),
)  # fmt: skip

_CALLED = r"(?:尊敬的)?(?:领导|老师|同志|先生|女士|师傅|亲(?:爱的)?|大家|各位|朋友|客服|小编|美女|帅哥|大哥|大姐|叔叔|阿姨|楼主|市长|书记)(?:们)?(?:好(?=[\s,，。!！~～]))?(?=[\s,，。!！~～好你您])"
_WISH = r"(?:问(?:问|一?下|哈)?|请问|请教|了解|知道|咨询|打听|查(?:查|一?下)?|弄清楚?)(?:一?下|一哈|哈|个事儿?)?"
_OPENING = re.compile(
    rf"^(?:[\s,，。.!！~～、?？]|{_CALLED}|(?:你|您|大家|各位)好[呀啊哈]?|哈喽|嗨|早上好|上午好|中午好|下午好|晚上好|在吗|请问(?:一?下)?|请教(?:一?下)?|咨询(?:一?下)?|(?:不好意思[,，\s]*)?(?:麻烦|劳驾|打扰)(?:(?:你|您|大家)?(?:问|请问|查|帮忙?(?:问|查|看)?)?(?:一?下)|了|你|您)?(?:了)?"
    rf"|不好意思[,，\s]*(?=(?:我)?想?(?:请?问|请教|咨询|打听))|(?:我|俺|本人)?(?:就|只)?想(?:要)?{_WISH}(?=[^的])|(?:我)?(?:问|打听)(?:一?下|个事儿?)|帮(?:我|忙)(?:查|问|看)(?:一?下)?|告诉我(?:一?下)?|能不能告诉我|(?:你|您)?能告诉我(?:一?下)?|(?:那个|嗯+|呃+|哎+|诶|欸|喂)(?=[\s,，])"
    r"|(?:有没有人|有人|有谁|谁|哪位|你们?|您)(?:能)?知道(?:不知道)?(?=[^吗嘛么])|(?:能|可以)(?:帮我|帮忙)(?:查|看)(?:一?下)?"
    r"|(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|sorry(?: (?:to bother|for bothering) you)?)\b(?: there\b)?|(?:could|can|would) you (?:please |kindly |help me )?(?:tell me|let me know|explain)\b|(?:please |kindly )tell me\b|tell me(?=[ ,]+(?:how|what|which|where|when|who))"
    r"|i(?: would|'d|’d) (?:like|love) to (?:know|ask)\b|i (?:want|wanted|need) to (?:know|ask)\b|i(?: was| am|'m|’m) (?:just )?(?:wondering|curious)(?: about)?\b|(?:just )?(?:a )?quick question\b|do you (?:happen to )?know(?=,? (?:how|what|which|where|when|who))|please\b|[:：\-—]+)+",
    re.IGNORECASE,
)  # fmt: skip
_CLOSING = re.compile(
    r"[\s,，。.!！~～、]*(?:(?:非常|太|多|万分|十分|不胜|先|先行)?(?:谢谢|感谢|感激(?:不尽)?|多谢|谢啦|谢了|谢过|辛苦了?|麻烦(?:你|您|大家)?了|拜托了?|求(?:告知|解答?|回复|科普))(?:你|您|大家|啦|了|哈|咯|哦|啊)*|急急*|在线等(?:，?挺?急的?)?"
    r"|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?(?: in advance)?|thx|cheers|please)(?P<end>[\s。.!！~～]*)$",
    re.IGNORECASE,
)
_ABOUT_ONESELF = re.compile(
    rf"^(?:(?!我[们国省市县区州])我(?!想)[^,，。！？!?]*[,，。！!])(?:[^,，。！？!?]{{2,14}}[,，])?(?=(?:我|就)?想{_WISH})"
)
"""A clause in which someone says who they are, before the one that asks."""
_INNER_FILLER = re.compile(r"(?<=[，。,!！？?\s])(?:请问(?:一?下)?|麻烦(?:问|请问)一?下)[，,]?")

_LONG = 150
_SENTENCE = re.compile(r"[^。！？!?\n；;]*[。！？!?\n；;]*")
_ASKS = re.compile(
    r"[?？]|多少|[几哪谁咋啥]|什么|怎么|怎样|如何|吗|么[。！]?$|是不是|是否|有没有|能不能|会不会|\b(?:how|what|which|who|when|where|why|does|did|is there|are there)\b",
    re.IGNORECASE,
)
_ENDS_ASKING = re.compile(r"[?？]\s*$")
_LEANS = re.compile(r"^(?:[这它其](?!.{0,8}呢[?？])|(?:it|that|this|they)\b)", re.IGNORECASE)
_EMPTY = re.compile(r"多少|[几哪谁咋啥吗呢的了是有个钱人]|什么|怎么|怎样|如何|[\s?？。!！,，]")

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|vn|ia|ua|uo|a|o|e|i|u|v))+",
    re.IGNORECASE,
)
_LATIN_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_ENGLISH = frozenset(
    "a an the is are was were be of in on to for and or by at it its i you we they he she how what which who when where why"
    " did does do has have had will can me my the this that there many much hi hello women men change share one more".split()
)


def clean_question(text: str) -> str:
    """The question in Simplified Chinese (or as typed, in another script) without noise; `text` itself where nothing is left.

    Letters and digits become half width and Chinese punctuation stays. Tags, emoji and control characters go, and so do
    greetings and thanks beside a question. Of a text longer than 150 code points the sentences that ask stay.
    """
    found = _visible(_MARKUP.sub(" ", html.unescape(text)))
    found = _dialect_folded(simplified(found))
    found = _REPEATED_WORDS.sub(_once, _REPEATED_LETTER.sub(r"\1", found))
    found = _REPEATED_MARK.sub(r"\1", found)
    found = "\n".join(" ".join(line.split()) for line in found.splitlines() if line.strip())
    if len(text) > _LONG:
        found = _asking_sentences(found)
    found = _SPACE_BY_HAN.sub("", found.replace("\n", " "))
    return _without_courtesy(found) or " ".join(text.split())


def language_of(text: str) -> Literal["zh", "en"]:
    """`zh` for a text with a Han letter, in pinyin, or without words (GDP 2023?); else `en`."""
    if _HAS_HAN.search(text):
        return "zh"
    words = _LATIN_WORD.findall(text)
    if all(word.isupper() or len(word) < 2 for word in words):
        return "zh"
    if any(word.lower() in _ENGLISH for word in words):
        return "en"
    spoken = [word for word in words if not word.isupper() and word.lower() != "gdp"]
    return "zh" if spoken and all(len(word) > 1 and _PINYIN.fullmatch(word) for word in spoken) else "en"


def simplified(text: str) -> str:
    """`text` with Traditional Chinese turned into Simplified; the converter is loaded by the first text that needs it."""
    try:
        text.encode("gb2312", "strict")
    except UnicodeEncodeError:
        foreign = any(_HAS_HAN.match(letter) and not _in_gb2312(letter) for letter in text)
        return _converter().convert(text) if foreign else text
    return text


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter() -> _Converter:
    from opencc import OpenCC  # 25 ms and a dictionary that few questions need

    converter: _Converter = OpenCC("t2s")
    return converter


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _visible(text: str) -> str:
    """NFKC but for Chinese punctuation, without emoji, controls and invisible letters; each becomes nothing or a space."""
    letters: list[str] = []
    for letter in text:
        kind = unicodedata.category(letter)
        if letter in "\n\r\t" or kind in ("Zs", "Zl", "Zp"):
            letters.append("\n" if letter in "\n\r\u2028\u2029" else " ")
        elif kind == "Cc":
            letters.append(" ")
        elif kind in ("So", "Sk", "Cf", "Cs", "Co", "Cn", "Mn", "Me") and not _is_unit(letter):
            continue
        else:
            letters.append(letter if letter in _KEPT else unicodedata.normalize("NFKC", letter))
    return "".join(letters)


def _once(match: re.Match[str]) -> str:
    """One of several equal stretches; digits (1000000000) stay."""
    return match[1] if any(letter.isalpha() for letter in match[1]) else match[0]


def _is_unit(letter: str) -> bool:
    """Whether a symbol is a unit, a circled number or an accent that NFKC keeps: ℃, ㎡, ①, ^, `."""
    folded = unicodedata.normalize("NFKC", letter)
    return folded != letter and all(unicodedata.category(part)[0] in "LNP" or part == "°" for part in folded)


def _dialect_folded(text: str) -> str:
    found = _SLANG_WORD.sub(lambda match: _SLANG[match[0].lower()], text) if _HAS_HAN.search(text) else text
    for spoken, written in _DIALECT:
        found = found.replace(spoken, written)
    return found


def _asking_sentences(text: str) -> str:
    """The sentences that ask, each with the one before it where it leans on that; the whole text where none asks."""
    sentences = [match[0].strip() for match in _SENTENCE.finditer(text) if match[0].strip()]
    marked = any(_ENDS_ASKING.search(sentence) for sentence in sentences)
    asks = _ENDS_ASKING if marked else _ASKS
    kept: set[int] = set()
    for at, sentence in enumerate(sentences):
        if asks.search(sentence):
            kept.add(at)
            if at and (_LEANS.search(sentence) or len(_EMPTY.sub("", sentence)) < 2):
                kept.add(at - 1)
    return " ".join(sentences[at] for at in sorted(kept)) if kept else text


def _without_courtesy(text: str) -> str:
    """`text` without greetings before it and thanks after it, where a question is left."""
    found = text.strip()
    if smalltalk_of(found) is not None:
        return found
    for pattern in (_CLOSING, _OPENING, _ABOUT_ONESELF, _OPENING):
        shorter = pattern.sub("", found).strip()
        if len(shorter) > 1:
            found = shorter
    return _INNER_FILLER.sub("", found).strip()
