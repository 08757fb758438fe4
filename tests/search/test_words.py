"""Vectors of the pieces of texts: made in the same pass, packed, kept, and refused where they are damaged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import EmbedderUnavailable, IndexDamaged
from report_qa.search.embedder import head_of, read_query
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.hash_embedder import HashEmbedder
from report_qa.search.index_folder import CURRENT, hold_folder
from report_qa.search.index_manifest import ReportKey
from report_qa.search.model.manifest import MANIFEST, WORDS, read_model
from report_qa.search.model.word_head import WordHead
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.search.store import ReportPart, open_index, write_index
from report_qa.search.word_cache import WordCache
from report_qa.search.words import pack, unpack
from report_qa.settings import shipped_folder

TEXTS = ["粮食产量达到25.5亿斤以上。", "新增就业4万人", "", "𠀀😀 Hello world"]


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder.open(shipped_folder("model"))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_folder("model"), tmp_path / "model"))


def test_pieces_come_with_the_vector_of_the_text_and_cover_its_words(embedder: OnnxEmbedder) -> None:
    for text in TEXTS:
        vector, pieces = embedder.read_query(text)
        assert pieces is not None
        assert np.array_equal(vector, embedder.embed_query(text))
        assert np.allclose(np.linalg.norm(pieces.vectors, axis=1), 1, atol=1e-3)
        spans = list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
        assert all(0 <= low < high <= len(text) for low, high in spans)
        covered = {at for low, high in spans for at in range(low, high)}
        assert covered >= {at for at, sign in enumerate(text) if not sign.isspace()}


def test_a_text_has_the_same_pieces_alone_and_among_others(embedder: OnnxEmbedder) -> None:
    together = embedder.embed_words(TEXTS)
    for text, pieces in zip(TEXTS, together, strict=True):
        assert np.array_equal(embedder.embed_words([text])[0].vectors, pieces.vectors)


def test_packed_pieces_are_near_and_in_their_places(embedder: OnnxEmbedder) -> None:
    pieces = embedder.embed_words(TEXTS)
    words = unpack(pack(pieces, 48))
    assert np.abs(words.vectors - np.concatenate([one.vectors for one in pieces])).max() <= 1 / 400 + 1e-6
    assert words.sentences.tolist() == [at for at, one in enumerate(pieces) for _ in one.starts]
    assert words.starts.tolist() == [start for one in pieces for start in one.starts.tolist()]


def test_a_head_is_read_as_it_was_written_and_a_damaged_one_is_refused(model: Path) -> None:
    data = (model / WORDS).read_bytes()
    head = WordHead.from_bytes(data)
    assert WordHead.from_bytes(head.to_bytes()).to_bytes() == head.to_bytes()
    for damaged in (b"", data[:2000], data[:-30], b"PK" + data[2:50]):
        with pytest.raises(EmbedderUnavailable):
            WordHead.from_bytes(damaged)
    (model / WORDS).write_bytes(data[:-1] + b"x")
    with pytest.raises(EmbedderUnavailable, match=r"words\.npz"):
        OnnxEmbedder.open(model)


def test_a_model_without_a_head_gives_the_same_vectors_and_no_pieces(model: Path, embedder: OnnxEmbedder) -> None:
    fields = json.loads((model / MANIFEST).read_text("utf-8"))
    del fields["words"]
    (model / MANIFEST).write_text(json.dumps(fields), encoding="utf-8")
    bare = OnnxEmbedder.open(model)
    assert bare.word_head is None
    assert bare.name == embedder.name
    assert bare.facts != embedder.facts
    vector, pieces = bare.read_query(TEXTS[0])
    assert pieces is None
    assert np.array_equal(vector, embedder.embed_query(TEXTS[0]))
    assert read_model(model).words is None
    assert head_of(HashEmbedder()) is None
    assert read_query(HashEmbedder(), "粮食")[1] is None


def test_kept_pieces_are_read_again_made_anew_when_damaged_and_dropped_when_unused(
    tmp_path: Path, embedder: OnnxEmbedder
) -> None:
    first = WordCache(tmp_path, embedder)
    made = first.pieces(TEXTS)
    read = 0

    def count(done: int) -> None:
        nonlocal read
        read += done

    again = WordCache(tmp_path, embedder)
    assert np.array_equal(again.pieces(TEXTS, count), made)
    assert read == 0
    (file,) = (tmp_path / "words").iterdir()
    file.write_bytes(file.read_bytes()[:-5])
    assert np.array_equal(WordCache(tmp_path, embedder).pieces(TEXTS, count), made)
    assert read == len(TEXTS)
    other = WordCache(tmp_path, embedder)
    other.pieces(TEXTS[:1])
    other.drop_unused()
    assert len(list((tmp_path / "words").iterdir())) == 1


def test_an_index_keeps_the_pieces_of_a_report_and_refuses_damaged_ones(tmp_path: Path, embedder: OnnxEmbedder) -> None:
    pieces = pack(embedder.embed_words(TEXTS[:2]), 48)
    parts = [
        ReportPart(ReportKey("甲", "1" * 64, "2" * 64), {}, TEXTS[:2], (), pieces),
        ReportPart(ReportKey("乙", "1" * 64, "2" * 64), {}, TEXTS[:1], ()),
    ]
    with hold_folder(tmp_path) as held:
        write_index(
            held, parts, "recipe", embedder.facts, FaissVectors.of(embedder.embed_passages([*TEXTS[:2], TEXTS[0]]))
        )
    index = open_index(tmp_path)
    kept = index.words("甲")
    assert kept is not None
    assert np.array_equal(kept, pieces)
    assert index.words("乙") is None
    with hold_folder(tmp_path) as held:
        write_index(held, parts[1:], "recipe", embedder.facts, FaissVectors.of(embedder.embed_passages([TEXTS[0]])))
    assert np.array_equal(kept, pieces)  # what is open stays, though another index took its place
    with hold_folder(tmp_path) as held:
        write_index(held, parts[:1], "recipe", embedder.facts, FaissVectors.of(embedder.embed_passages(TEXTS[:2])))
    file = tmp_path / CURRENT / "reports" / "0000.words.npy"
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(IndexDamaged):
        open_index(tmp_path)
