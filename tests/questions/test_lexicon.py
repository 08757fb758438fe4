"""The lexicon: what citizens say is found under what reports print."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import LexiconError
from report_qa.questions.concepts import GAP_WIDTH, Concept, UnitKind
from report_qa.questions.lexicon import Lexicon

FOLDER = Path(__file__).parents[2] / "data" / "lexicon"
LEXICON = Lexicon.open(FOLDER)


def keys(text: str) -> list[str]:
    return [mention.concept.key for mention in LEXICON.concepts_in(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("去年家底有多厚", "gdp"),
        ("城里人去年平均挣了多少", "income_urban"),
        ("去年打了多少粮食", "grain"),
        ("今年要帮多少人找到工作", "new_jobs"),
        ("烂尾楼管不管", "handover"),
        ("一下大雨就淹", "waterlogging"),
        ("老人不想烧饭去哪吃", "elderly_canteen"),
        ("没电梯的老楼", "elevators"),
        ("车位添了几个", "parking"),
        ("蓝天多不多", "air_quality"),
        ("2023年社零增速", "retail_sales"),
        ("固投增长多少", "fixed_investment"),
        ("规模以上工业增加值增长多少", "industrial_added_value"),
        ("How much did retail sales grow?", "retail_sales"),
        ("number of 5G base stations", "base_5g"),
        ("a new kindergarten", "kindergarten"),
    ],
)
def test_words_of_every_kind_of_speaker_lead_to_the_concept(text: str, key: str) -> None:
    assert key in keys(text)


def test_a_mention_tells_by_which_kind_of_word_and_where() -> None:
    (mention,) = LEXICON.concepts_in("2023年社零多少")
    assert (mention.start, mention.end, mention.via) == (5, 7, "short")
    assert "社会消费品零售总额" in mention.concept.forms


def test_the_longest_spelling_counts() -> None:
    assert keys("农村居民人均可支配收入") == ["income_rural"]
    assert keys("居民人均可支配收入") == ["income_all"]


def test_a_name_means_its_own_measure_and_everyday_words_mean_all_of_the_concept() -> None:
    scenic = Concept("scenic", (("A级景区",), ("5A级旅游景区", "5A级景区")), short=("景区数",), everyday=("玩的地方",))
    lexicon = _lexicon(scenic)
    assert lexicon.concepts_in("5A级景区")[0].forms == ("5A级旅游景区", "5A级景区")
    assert lexicon.concepts_in("A级景区")[0].forms == ("A级景区", "景区数")
    assert lexicon.concepts_in("景区数")[0].forms == ("景区数", "A级景区")
    assert lexicon.concepts_in("玩的地方")[0].forms == ("A级景区", "5A级旅游景区", "5A级景区", "景区数")


def _lexicon(*concepts: Concept) -> Lexicon:
    return Lexicon(concepts, (UnitKind("people", ("多少…人",), ("人",)),))


def test_a_gap_stays_within_its_width_and_its_clause() -> None:
    lexicon = _lexicon(Concept("grain", (("粮食产量",),), everyday=("打…粮",)))
    assert [m.concept.key for m in lexicon.concepts_in("打粮")] == ["grain"]
    assert [m.concept.key for m in lexicon.concepts_in("打" + "了" * GAP_WIDTH + "粮")] == ["grain"]
    assert lexicon.concepts_in("打" + "了" * (GAP_WIDTH + 1) + "粮") == []
    assert lexicon.concepts_in("打球，存粮") == []


def test_latin_spellings_match_whole_words_in_any_case_and_number() -> None:
    lexicon = _lexicon(Concept("rd", (("研发投入",),), short=("R&D",), english=("patent", "prices")))
    assert [m.concept.key for m in lexicon.concepts_in("r&d, PATENTS and price")] == ["rd", "rd", "rd"]
    assert lexicon.concepts_in("patentee") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("去年多少人找到工作", "people"),
        ("花了多少钱", "money"),
        ("占几成", "share"),
        ("多少亩", "area"),
        ("修了多少公里", "length"),
        ("排第几", "rank"),
        ("涨了几倍", "multiple"),
        ("how many people", "people"),
        ("what percentage of homes", "share"),
    ],
)
def test_the_kind_of_quantity_asked_for_is_known(text: str, kind: str) -> None:
    assert kind in LEXICON.kinds_sought(text)
    assert LEXICON.printed_units(kind)


def test_an_unknown_kind_has_no_units_and_an_unknown_key_no_concept() -> None:
    assert LEXICON.printed_units("flavour") == ()
    assert LEXICON.concept("flavour") is None
    assert LEXICON.concept("gdp") is LEXICON.concepts[0]


def test_the_shipped_lexicon_is_broad_and_every_concept_can_be_said() -> None:
    assert len(LEXICON.concepts) >= 350
    for concept in LEXICON.concepts:
        assert concept.key in keys(concept.names[0]), concept.key


def test_kinds_of_concepts_are_kinds_of_units() -> None:
    known = {unit.kind for unit in LEXICON.units}
    assert {kind for concept in LEXICON.concepts for kind in concept.kinds} <= known


@given(st.text(alphabet="去年城里人挣打了多少粮食GDP社零家底增长，。 jobs", max_size=40))
def test_mentions_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for mention in LEXICON.concepts_in(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


def test_a_form_of_two_concepts_is_refused() -> None:
    with pytest.raises(LexiconError, match="'甲词' to one and to two"):
        _lexicon(Concept("one", (("甲词",),)), Concept("two", (("乙词",),), everyday=("甲词",)))
    with pytest.raises(LexiconError, match="key twice"):
        _lexicon(Concept("one", (("甲词",),)), Concept("one", (("乙词",),)))


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('names = "甲"', "no key"),
        ('key = "a"', "no names"),
        ('key = "a"\nnames = "甲 | "', "empty word"),
        ('key = "a"\nnames = "甲 | 甲"', "twice"),
        ('key = "a"\nnames = "甲"\neveryday = "…甲"', "gap"),
        ('key = "a"\nnames = "甲 ; "', "empty group"),
        ('key = "a"\nnames = ["甲"]', "no names"),
        ('key = "a"\nnames = "甲"\nshort = ["乙"]', "no string"),
        ('key = "a"\nnames = "甲"\nslang = "乙"', "slang"),
        ("key = ", "not TOML"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, entry: str, problem: str) -> None:
    (tmp_path / "concepts.toml").write_text(f"[[concept]]\n{entry}\n", encoding="utf-8")
    (tmp_path / "units.toml").write_text(
        '[[unit]]\nkind = "people"\nasking = "几人"\nprinted = "人"\n', encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=problem) as caught:
        Lexicon.open(tmp_path)
    assert "concepts.toml" in caught.value.message
    assert caught.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"concepts\.toml"):
        Lexicon.open(tmp_path)
