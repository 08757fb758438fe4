"""A text in another language or encoding is refused; no Chinese report is."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.errors import SourceError
from report_qa.text.formats.language import check_language
from report_qa.text.source import Source

CHINESE = "现在，我代表市人民政府，向大会报告工作，请予审议，并请各位政协委员和其他列席人员提出意见。过去一年，全市地区生产总值完成3200亿元，增长6.5%。"
TRADITIONAL = "現在，我代表市人民政府，向大會報告工作，請予審議。過去一年，全市地區生產總值增長6.5%，農業農村發展穩中向好，經濟運行回升。"
JAPANESE = "政府の活動報告について、経済の発展と社会の進歩を説明します。昨年の国内総生産は前年比で増加しました。雇用の安定を図ります。"
KOREAN = (
    "정부 업무 보고에서 경제 발전과 사회 진보를 설명합니다. 작년 국내총생산은 증가했습니다. 고용 안정을 도모합니다."
)
RUSSIAN = (
    "Отчёт правительства о работе за прошедший год: экономика растёт, доходы населения повышаются, занятость стабильна."
)
ENGLISH = (
    "On behalf of the State Council, I will now report to you on the work of the government for your deliberation. "
)


@pytest.mark.parametrize(
    "text",
    [CHINESE, TRADITIONAL, CHINESE + ENGLISH * 3, "粮食产量25.5亿斤", CHINESE * 50, TRADITIONAL * 50, "の" + CHINESE],
)
def test_chinese_passes(text: str) -> None:
    check_language(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (JAPANESE, "Japanese"),
        (JAPANESE * 50, "Japanese"),
        (KOREAN, "Korean"),
        (RUSSIAN, "other than Chinese"),
        (ENGLISH, "other than Chinese"),
        (ENGLISH * 50 + "北京", "other than Chinese"),
        ("3200 6.5%", "other than Chinese"),
        ("", "other than Chinese"),
    ],
)
def test_another_language_is_refused(text: str, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        check_language(text)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TRADITIONAL * 20, "big5"),
        (JAPANESE * 20, "shift_jis"),
        (KOREAN * 30, "euc_kr"),
        (RUSSIAN.replace("ё", "е") * 20, "cp1251"),
        (CHINESE * 20, "utf-8"),
    ],
)
def test_text_decoded_as_what_it_is_not_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(SourceError, match="encoding"):
        check_language(text.encode(encoding).decode("gb18030", "replace"))


def test_no_report_is_refused(shared: Path) -> None:
    files = sorted((shared / "reports").rglob("*.txt")) + sorted((shared / "messy").glob("*.txt"))
    assert len(files) > 100
    for file in files:
        check_language(Source.from_bytes(file.read_bytes()).text)
