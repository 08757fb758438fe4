"""Models that cannot be used: each is refused with what to do next, and no vector of zeros or of no numbers ever comes out."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import EmbedderUnavailable, IndexStale
from report_qa.search.embedder import ModelFacts, open_embedder, usable
from report_qa.search.index_manifest import IndexManifest
from report_qa.search.model.manifest import GRAPH, MANIFEST, TOKENIZER, file_digest
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.search.store import check_fresh

LONG = "粮食产量达到25.5亿斤，" * 7_200  # 100,000 characters


@pytest.fixture
def copied(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped, tmp_path / "model"))


def seal(folder: Path, **changed: object) -> Path:
    """Write the digests of the files as they are now into `model.json`, and some fields anew."""
    read = json.loads((folder / MANIFEST).read_text("utf-8")) | changed
    read["files"] = {name: file_digest(folder / name) for name in read["files"]}
    (folder / MANIFEST).write_text(json.dumps(read), "utf-8")
    return folder


def refused(folder: Path | str, shipped: Path) -> EmbedderUnavailable:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(EmbedderUnavailable) as caught:
            open_embedder(str(folder), shipped)
    assert caught.value.hint
    assert not Path(folder).is_absolute() or str(folder) not in str(caught.value)
    return caught.value


def graph_that_gives(folder: Path, values: list[float]) -> Path:
    """The folder with a graph that gives one vector for every text."""
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    helper, kinds = onnx.helper, onnx.TensorProto
    vector = helper.make_tensor("values", kinds.FLOAT, (1, len(values)), values)
    nodes = [helper.make_node("Constant", [], ["embedding"], value=vector)]
    inputs = [helper.make_tensor_value_info("input_ids", kinds.INT64, [1, "tokens"])]
    outputs = [helper.make_tensor_value_info("embedding", kinds.FLOAT, [1, len(values)])]
    made = helper.make_graph(nodes, "g", inputs, outputs)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    (folder / GRAPH).write_bytes(model.SerializeToString())
    return seal(folder, dim=4, words=None)


def test_a_graph_cut_short_is_refused(copied: Path, shipped: Path) -> None:
    data = (copied / GRAPH).read_bytes()
    (copied / GRAPH).write_bytes(data[: len(data) // 2])
    assert GRAPH in refused(copied, shipped).message
    assert "loaded" in refused(seal(copied), shipped).message


def test_the_tokenizer_of_another_model_is_refused(copied: Path, shipped: Path) -> None:
    read = json.loads((copied / TOKENIZER).read_text("utf-8"))
    pieces = len(read["model"]["vocab"])
    open_embedder(str(seal(copied, pieces=pieces)), shipped)
    read["model"]["vocab"] += [[f"▁新{i}", -20.0] for i in range(50)]
    (copied / TOKENIZER).write_text(json.dumps(read), "utf-8")
    assert TOKENIZER in refused(copied, shipped).message
    assert "belong together" in refused(seal(copied), shipped).hint
    (copied / TOKENIZER).write_text("{}", "utf-8")
    refused(seal(copied), shipped)


def test_a_dimension_that_the_graph_does_not_have_is_refused(copied: Path, shipped: Path) -> None:
    assert "384" in refused(seal(copied, dim=256), shipped).message


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 0.0, 3.0])
def test_a_graph_that_gives_no_direction_is_refused(copied: Path, shipped: Path, value: float) -> None:
    refused(graph_that_gives(copied, [value] * 4), shipped)


def test_a_graph_that_gives_unit_vectors_is_taken(copied: Path, shipped: Path) -> None:
    embedder = open_embedder(str(graph_that_gives(copied, [0.5] * 4)), shipped)
    assert embedder.embed_query("a").tolist() == [0.5] * 4


@pytest.mark.parametrize("values", [[np.nan, 1], [0, 0], [2, 0], [1, 0, 0]])
def test_vectors_are_held_against_what_was_promised(values: list[float]) -> None:
    with pytest.raises(EmbedderUnavailable):
        usable(np.array(values, np.float32), 2)
    assert usable(np.array([0.6, 0.8], np.float32), 2).tolist() == pytest.approx([0.6, 0.8])


@pytest.mark.parametrize("text", ["", " ", "\x00", LONG, "\u200b", "。" * 10_000])
def test_any_text_has_a_vector_of_unit_length(onnx_embedder: OnnxEmbedder, text: str) -> None:
    for vector in (onnx_embedder.embed_query(text), onnx_embedder.embed_passages([text])[0]):
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_what_stands_behind_the_last_token_does_not_count(onnx_embedder: OnnxEmbedder) -> None:
    assert np.array_equal(onnx_embedder.embed_query(LONG), onnx_embedder.embed_query(LONG + "空气质量"))


def test_folders_that_are_no_model_are_refused(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "model.safetensors").write_bytes(b"no weights")
    (tmp_path / "foreign" / "config.json").write_text("{", "utf-8")
    for name in ("empty", "foreign", "missing"):
        refused(tmp_path / name, shipped)
    (tmp_path / "file").write_text("no folder", "utf-8")
    refused(tmp_path / "file", shipped)


def test_an_exported_folder_without_its_weights_is_refused(exported: Path, shipped: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(exported, tmp_path / "cut"))
    data = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(data[: len(data) // 3])
    assert "whole" in refused(folder, shipped).hint


def test_a_name_of_the_hub_is_not_looked_for_offline(monkeypatch: pytest.MonkeyPatch, shipped: Path) -> None:
    hub = pytest.importorskip("huggingface_hub", reason="sentence-transformers is not installed")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(hub.HfApi, "model_info", lambda *_, **__: pytest.fail("the hub was asked"))
    found = refused("nobody/no-such-model", shipped)
    assert "HF_HUB_OFFLINE" in found.message


def test_a_name_of_the_hub_without_network_is_refused_at_once(monkeypatch: pytest.MonkeyPatch, shipped: Path) -> None:
    hub = pytest.importorskip("huggingface_hub", reason="sentence-transformers is not installed")
    asked: list[float] = []

    def unreachable(_: object, name: str, timeout: float) -> None:
        asked.append(timeout)
        raise ConnectionError(name)

    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr(hub.HfApi, "model_info", unreachable)
    assert "reached" in refused("nobody/no-such-model", shipped).message
    assert asked == [5.0]


def test_an_index_of_another_model_is_refused_with_the_command_that_rebuilds_it() -> None:
    built = ModelFacts("small", 384, "1234", "query: ", "passage: ", 512)
    manifest = IndexManifest("recipe", built, (), ())
    check_fresh(manifest, (), "recipe", built)
    for other in (ModelFacts("large", 1024), ModelFacts("small", 384, "1234", "问：", "passage: ", 512)):
        with pytest.raises(IndexStale, match=r"small@1234 \(384 numbers\)") as caught:
            check_fresh(manifest, (), "recipe", other)
        assert "report-qa build" in caught.value.hint


def test_the_manifest_of_an_index_remembers_the_model() -> None:
    built = ModelFacts("small", 384, "1234", "query: ", "passage: ", 512, normalised=False)
    manifest = IndexManifest("recipe", built, (), ())
    assert IndexManifest.from_json(manifest.to_json()) == manifest
    assert (manifest.embedder, manifest.dim) == (built, 384)
