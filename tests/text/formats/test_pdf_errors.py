"""A PDF that cannot be read says why and what to do; a page that gives no text is named; nothing is taken for text that is none."""

from __future__ import annotations

import re
import zlib

import pytest
from reportlab.pdfgen.canvas import Canvas

from report_qa.errors import SourceError
from report_qa.text.formats import pdf, pdf_document
from report_qa.text.formats.kinds import READERS, Kind
from report_qa.text.formats.pdf import extract_pdf
from report_qa.text.formats.pdf_document import read_pdf
from tests.text.formats.made_pdfs import FONT, HEIGHT, SIZE, made_pdf, picture, put

TEXT = "地区生产总值增长8.5%"
MORE = ["固定资产投资增长9.3%，居全省第一位。", "城镇新增就业十二万人，完成目标。", "粮食产量达到二十五亿斤以上。"]


def words(canvas: Canvas) -> None:
    put(canvas, 60, 90, [TEXT, *MORE])


def hidden(canvas: Canvas, lines: list[str]) -> None:
    canvas.saveState()
    text = canvas.beginText(60, HEIGHT - 90)
    text.setFont(FONT, SIZE)
    text.setTextRenderMode(3)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)
    canvas.restoreState()


def plain_pdf(
    content: bytes,
    font: bytes = b"/Type1 /BaseFont /Helvetica",
    pages: bytes = b"[3 0 R] /Count 1",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """A PDF written by hand, with one page of a compressed content stream in one font."""
    packed = zlib.compress(content, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids " + pages + b" >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype " + font + b" >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sub /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        *more,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    return out + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def refusal(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        extract_pdf(data)
    assert caught.value.hint, "an error says what to do"
    return caught.value


def test_a_good_pdf_names_its_reader() -> None:
    found = extract_pdf(made_pdf(words))
    assert found == read_pdf(made_pdf(words))
    assert (found.text.split("\n"), found.reader, found.remarks) == ([TEXT, *MORE], READERS[Kind.PDF], ())


def test_an_encrypted_pdf_asks_for_one_without_a_password() -> None:
    error = refusal(made_pdf(words, user="secret", owner="owner"))
    assert "password" in error.message
    assert "without a password" in error.hint


def test_an_encrypted_pdf_that_opens_without_a_password_is_read() -> None:
    assert read_pdf(made_pdf(words, user="", owner="owner")).text.split("\n")[0] == TEXT


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_pdf_that_is_cut_short_says_so(keep: float) -> None:
    data = made_pdf(words)
    assert "cut short" in refusal(data[: int(len(data) * keep)]).message


@pytest.mark.parametrize(
    "data", [b"%%EOF", b"%PDF-1.4\n%%EOF", b"no pdf at all %%EOF", b"%PDF-1.7\n" + b"\x00\xff" * 500 + b"%%EOF"]
)
def test_a_damaged_pdf_says_so(data: bytes) -> None:
    assert re.search("damaged|no pages", refusal(data).message)


def test_a_pdf_without_pages_says_so() -> None:
    assert re.search("no pages|damaged", refusal(plain_pdf(b"", pages=b"[] /Count 0")).message)


def test_a_scan_asks_for_ocr_or_text() -> None:
    def numbered(canvas: Canvas) -> None:
        picture(canvas)
        put(canvas, 280, 820, ["— 1 —"])

    for data in (made_pdf(picture), made_pdf(picture, numbered)):
        error = refusal(data)
        assert "scan" in error.message
        assert "OCR" in error.hint
        assert "text" in error.hint


def test_empty_pages_are_no_report() -> None:
    assert "empty" in refusal(made_pdf(lambda canvas: None)).message


def test_pages_that_are_pictures_are_named() -> None:
    found = read_pdf(made_pdf(words, picture, picture, words, picture))
    assert found.remarks == ("pages 2-3, 5 hold a picture each and no text beyond a few characters",)
    assert found.pages == (1, 1, 1, 1, 4, 4, 4, 4)


def test_the_hidden_layer_of_a_scan_is_read_and_named() -> None:
    def scanned(canvas: Canvas) -> None:
        picture(canvas)
        hidden(canvas, MORE)

    found = read_pdf(made_pdf(scanned))
    assert found.text.split("\n") == MORE
    assert "OCR" in found.remarks[0]


def test_invisible_text_beside_visible_text_is_left_out_and_counted() -> None:
    def both(canvas: Canvas) -> None:
        hidden(canvas, ["看不见的字"])
        put(canvas, 60, 300, [TEXT, *MORE])

    found = read_pdf(made_pdf(both))
    assert found.text.split("\n") == [TEXT, *MORE]
    assert found.remarks == ("page 1: left out 5 characters that do not print",)


def test_text_outside_the_page_and_a_watermark_are_left_out_and_counted() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, -300, 90, ["页外的字"])
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont(FONT, 40)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()
        words(canvas)

    found = read_pdf(made_pdf(draw))
    assert found.text.split("\n") == [TEXT, *MORE]
    assert found.remarks == (
        "page 1: left out 4 characters outside the page",
        "page 1: left out 4 characters printed aslant",
    )


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.8])
def test_a_line_drawn_twice_is_read_once(shift: float) -> None:
    def bold(canvas: Canvas) -> None:
        put(canvas, 60, 90, ["天天向上人人参与"])
        put(canvas, 60 + shift, 90, ["天天向上人人参与"])

    assert read_pdf(made_pdf(bold)).text == "天天向上人人参与"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(rotate: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(360 - rotate)
        canvas.setFont(FONT, SIZE)
        for at, line in enumerate([TEXT, *MORE]):
            canvas.drawString(-100, -at * 15, line)
        canvas.restoreState()

    assert read_pdf(made_pdf(turned, rotate=rotate)).text.split("\n") == [TEXT, *MORE]


def test_sideways_text_beside_the_page_stands_after_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(30, 400)
        canvas.rotate(90)
        canvas.setFont(FONT, SIZE)
        canvas.drawString(0, 0, "边注")
        canvas.restoreState()
        words(canvas)

    assert read_pdf(made_pdf(draw)).text.split("\n") == [TEXT, *MORE, "", "边注"]


def test_a_font_that_does_not_say_its_characters_gives_no_text() -> None:
    codes = b"".join(b"%04x" % (0x0123 + at * 7) for at in range(60))
    font = b"/Type0 /BaseFont /Sub /Encoding /Identity-H /DescendantFonts [6 0 R]"
    error = refusal(plain_pdf(b"BT /F1 12 Tf 20 700 Td <" + codes + b"> Tj ET", font))
    assert "do not say which characters" in error.message
    assert "OCR" in error.hint


@pytest.mark.parametrize(
    "codes", [bytes(range(0xC0, 0xF7)), b"!\"#$%&'*+,-./:;<=>?@[]^_`{|}~" * 2], ids=["accented letters", "marks"]
)
def test_a_font_with_a_wrong_map_gives_no_text(codes: bytes) -> None:
    error = refusal(plain_pdf(b"BT /F1 8 Tf 20 700 Td <" + codes.hex().encode() + b"> Tj ET"))
    assert "do not say which characters" in error.message


def mapped_pdf(text: str, codes: str) -> bytes:
    """A PDF of one line whose font maps its codes to `text`, one character a code."""
    pairs = "".join(f"<{at + 1:04x}> <{char.encode('utf-16-be').hex()}>\n" for at, char in enumerate(text))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(text)} beginbfchar\n{pairs}endbfchar\nendcmap end end"
    )
    font = b"/Type0 /BaseFont /Sub /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R"
    stream = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(cmap), cmap.encode())
    return plain_pdf(b"BT /F1 12 Tf 20 700 Td <" + codes.encode() + b"> Tj ET", font, more=(stream,))


def codes_of(text: str) -> str:
    return "".join(f"{at + 1:04x}" for at in range(len(text)))


def test_radicals_and_compatibility_characters_become_the_characters_that_they_print() -> None:
    printed = "⼈⺠⽣活⽔平不断提⾼⽤⼾增⻓"
    assert read_pdf(mapped_pdf(printed, codes_of(printed))).text == "人民生活水平不断提高用户增长"


def test_a_ligature_becomes_its_letters() -> None:
    printed = "The oﬃce of ﬁnance"
    assert read_pdf(mapped_pdf(printed, codes_of(printed))).text == "The office of finance"


def test_a_single_character_that_the_pdf_does_not_say_keeps_its_place() -> None:
    printed = "生产总值增长18.5%居全省第一位"
    codes = codes_of(printed)
    at = printed.index("8")
    found = read_pdf(mapped_pdf(printed, codes[: 4 * at] + "7fff" + codes[4 * at + 4 :]))
    assert found.text == printed[:at] + "\ufffd" + printed[at + 1 :]
    assert found.remarks == ("page 1: 1 character that the PDF does not say, written \ufffd",)


def test_a_content_stream_made_to_fill_the_memory_is_refused() -> None:
    bomb = b"BT /F1 12 Tf 60 700 Td " + b"(a) Tj " * 20_000_000 + b"ET"
    assert "memory" in refusal(plain_pdf(bomb)).message


def test_a_file_of_many_bytes_around_a_small_report_is_read() -> None:
    head, tail = made_pdf(words).split(b"\n", 1)
    assert extract_pdf(head + b"\n%" + b"x" * 50_000_000 + b"\n" + tail).text.split("\n")[0] == TEXT


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIMEOUT", 0.001)
    assert "longer than" in refusal(made_pdf(words)).message


def test_more_characters_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_document, "MOST_CHARS", 50)
    with pytest.raises(SourceError, match="more than 50 characters"):
        read_pdf(made_pdf(words, words))


def test_more_pages_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_document, "MOST_PAGES", 1)
    with pytest.raises(SourceError, match="2 pages"):
        read_pdf(made_pdf(words, words))


def test_a_page_that_cannot_be_opened_is_named() -> None:
    content = b"BT /F1 12 Tf 60 700 Td (Output grew by 8.5 per cent in the year under review) Tj ET"
    found = read_pdf(plain_pdf(content, pages=b"[3 0 R 99 0 R] /Count 2"))
    assert found.text.startswith("Output grew by 8.5 per cent")
    assert found.remarks == ("page 2 cannot be opened",)
