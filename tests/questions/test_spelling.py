"""Slips of the keyboard are mended against the lexicon and the report's own words, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.question import Correction
from report_qa.questions.slips import Slips
from report_qa.questions.spelling import Speller
from report_qa.questions.vocabulary import Vocabulary
from report_qa.questions.wording import Wording
from report_qa.settings import shipped_folder

REPORT = (
    "规模以上工业增加值增长8.5%，居民人均可支配收入增长6%。\n城镇调查失业率5%左右，新增城镇就业3万人。\n"
    "改造棚户区1200户、老旧小区56个，新建5G基站300座。\n青石湾口岸过货量突破100万吨，国家助学贷款惠及2万名学生。\n"
    "全年植树造林20万亩，加装电梯80部，银行网点达到120家，电商企业300家。\n粮食产量达到25亿斤，进出口总额增长9%。"
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    folder = shipped_folder("lexicon")
    return Vocabulary.open(shipped_folder("model"), folder, Lexicon.open(folder), Gazetteer.open(folder))


@pytest.fixture(scope="module")
def speller(vocabulary: Vocabulary) -> Speller:
    return Speller(vocabulary, Wording(REPORT, lambda: vocabulary.sounds))


@pytest.fixture(scope="module")
def slips(vocabulary: Vocabulary) -> Slips:
    return Slips(lambda: vocabulary, lambda: REPORT)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("去年工业增家值增长多少", "去年工业增加值增长多少"),  # the same sound
        ("人均可支配收人是多少", "人均可支配收入是多少"),  # looks alike
        ("失页率控制在多少", "失业率控制在多少"),
        ("青石湾口按过货量多少", "青石湾口岸过货量多少"),  # a name that only the report has
        ("国家助学带款惠及多少人", "国家助学贷款惠及多少人"),
        ("工业加增值增长多少", "工业增加值增长多少"),  # in the wrong order
        ("棚户户区改造了多少户", "棚户区改造了多少户"),  # typed twice
    ],
)
def test_a_slip_becomes_the_word_that_the_report_or_the_lexicon_has(speller: Speller, typed: str, meant: str) -> None:
    read, corrected = speller.correct(typed)
    assert read == meant
    assert corrected
    for one in corrected:
        assert one.typed in typed
        assert one.meant in meant


@pytest.mark.parametrize(
    "text",
    [
        "去年粮食产量是多少", "油料产量是多少", "金融类对外直接投资多少", "省控断面水质优良率是多少", "限上零售额增长多少", "利用内资增长多少",
        "宽带用户普及率是多少", "园博会去了多少人", "跨境电商综试区有几个", "今年准备咋办", "涨了多少", "一共花了多少钱", "办复的提案有几件", "老百姓的日子好过了没",
        "乡镇居民收入多少", "出口增长多少", "给小宝宝的托位加了几个",
    ],
)  # fmt: skip
def test_what_is_a_word_stays_also_where_the_report_has_one_like_it(speller: Speller, text: str) -> None:
    assert speller.correct(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "农加有几台", "去年股投增长多少", "村里摆酒要花多少", "娃娃念书的学校有几所", "打打球的地方有几处", "晚上上山怕不怕", "常住人口口径的目标",
        "企上云的有几家", "固投去年实绩", "城乡收入倍差多少", "五年年均增速", "宾馆馆子多不多",
    ],
)  # fmt: skip
def test_two_characters_short_forms_and_doubled_words_are_no_slips(speller: Speller, text: str) -> None:
    assert speller.correct(text) == (text, ())


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(speller: Speller, text: str) -> None:
    read, corrected = speller.correct(text)
    assert (read == text) == (not corrected)


@given(st.sampled_from(REPORT.replace("\n", "").split("。")))
def test_the_reports_own_words_are_never_mended(speller: Speller, words: str) -> None:
    assert speller.correct(words) == (words, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jinnian yao gaizao duoshao hu penghuqu", "今年要改造多少户棚户区"),
        ("qunian chengzhen xinzeng jiuye duoshao ren", "去年城镇新增就业多少人"),
        ("qunian zhishu zaolin duoshao mu", "去年植树造林多少亩"),
        ("gongye zengjiazhi zengzhang duoshao", "工业增加值增长多少"),
        ("qùnián liángshí chǎnliàng duōshǎo", "去年粮食产量多少"),
        ("QUNIAN LIANGSHI CHANLIANG DUOSHAO", "去年粮食产量多少"),
        ("qunianliangshichanliangduoshao", "去年粮食产量多少"),
        ("去年 xinzeng jiuye 多少人", "去年新增就业多少人"),
    ],
)  # fmt: skip
def test_pinyin_becomes_the_words_of_the_report(slips: Slips, typed: str, meant: str) -> None:
    read, corrected = slips.mended(typed)
    assert read == meant
    assert corrected[0].meant == meant


@pytest.mark.parametrize(
    "text",
    ["How much did GDP grow?", "women jobs", "GDP", "What about Yantai?", "you can change", "the grain output", "PM2.5", "去年GDP多少", "APP有几个"],
)  # fmt: skip
def test_english_and_abbreviations_are_no_pinyin(slips: Slips, text: str) -> None:
    assert slips.mended(text) == (text, ())


def test_noise_goes_before_slips_are_looked_for(slips: Slips) -> None:
    read, corrected = slips.mended("你好，请问去年工业增家值增长多少？谢谢🙏")
    assert read == "去年工业增加值增长多少？"
    assert corrected == (Correction("工业增家值增长", "工业增加值增长"),)


def test_sounds_are_read_from_characters(vocabulary: Vocabulary) -> None:
    sounds = vocabulary.sounds
    assert sounds.readings("行") == ("xing", "hang")
    assert sounds.codes("增长") == sounds.code("zeng") + sounds.code("zhang")
    assert sounds.code("zhi") == sounds.code("zi")  # mixed up by speakers
    assert "银行" in {word for word, _ in vocabulary.sounding(sounds.code("yin") + sounds.code("hang"))}
    assert sounds.spelt("zengzhang")
    assert not sounds.spelt("growth")
    assert sounds.near("诚", "城")
    assert not sounds.near("油", "粮")
    assert sounds.toned_alike("伤", "商")
    assert not sounds.toned_alike("摆", "白")
