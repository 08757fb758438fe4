"""Trains the head of `words.npz`, whole and in halves; `docs/decisions/0009-words.md` has what it brings.

    python -m benchmarks.fit_words SHARED OUT --pairs PAIRS.jsonl …

SHARED is the folder of development material; PAIRS are those of `benchmarks.fit_weights`. Into OUT go three models: `all`, whose
`words.npz` and `model.json` ship, and `half_0` and `half_1`, each trained without the reports of its `left_out.json`, on which
`benchmarks.fit_weights` weighs the matches. Takes 10 minutes on two cores, most of it reading.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx

from benchmarks.fit_material import FOLDER, Material, Put, open_material
from report_qa.answers.matching import PieceGroups
from report_qa.answers.weights import FIGURE_WEIGHTS, SENTENCE_WEIGHTS
from report_qa.search.embedder import Vectors
from report_qa.search.model.manifest import GRAPH, MANIFEST, TOKENIZER, WORDS, file_digest, read_model
from report_qa.search.model.word_head import WordHead
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.search.passages import tidy
from report_qa.search.words import PassageWords
from report_qa.settings import shipped_folder
from report_qa.training.words import WordReport, WordSample, fit_head

LAYERS = ("l7.oln", "l11.oln")  # of twelve; l3 beside them brought nothing


def bare_head(hidden: int) -> WordHead:
    """A head that gives the states of the layers as they are."""
    wide = hidden * len(LAYERS)
    return WordHead(
        LAYERS, _outputs(), np.eye(wide, dtype=np.float32), np.zeros(wide + 2, np.float32),
        np.zeros((2, 4), np.float32), np.zeros(2, np.float32),
    )  # fmt: skip


def _outputs() -> bytes:
    """An ONNX model that has the layers' outputs and nothing else."""
    model = onnx.ModelProto()
    for layer in LAYERS:
        model.graph.output.append(onnx.helper.make_tensor_value_info(layer, onnx.TensorProto.FLOAT, None))
    written: bytes = model.SerializeToString()
    return written


def write_model(folder: Path, head: WordHead | None) -> None:
    """The shipped model with another head, or without one, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shipped = shipped_folder("model")
    for name in (GRAPH, TOKENIZER):
        (folder / name).unlink(missing_ok=True)
        os.link(shipped / name, folder / name)
    (folder / WORDS).unlink(missing_ok=True)
    words = None
    if head is not None:
        (folder / WORDS).write_bytes(head.to_bytes())
        words = file_digest(folder / WORDS)
    (folder / MANIFEST).write_text(replace(read_model(shipped), words=words).to_json(), encoding="utf-8")


def gather(material: Material, embedder: OnnxEmbedder, report: str, files: Sequence[Path]) -> WordReport:
    """A report's pieces and its questions."""
    view = material.library.view(report)
    texts = embedder.embed_words([tidy(sentence.text) for sentence in view.document.sentences])
    words = PassageWords(
        np.concatenate([one.vectors for one in texts]),
        np.repeat(np.arange(len(texts)), [len(one.starts) for one in texts]),
        np.concatenate([one.starts for one in texts]),
        np.concatenate([one.ends for one in texts]),
    )
    samples = [_sample(one, embedder) for file in files for one in material.put(file)]
    return WordReport(_states(words.vectors), PieceGroups.of(words, view.document, view.figures), tuple(samples))


def _sample(put: Put, embedder: OnnxEmbedder) -> WordSample:
    asked = embedder.read_query(put.question.clean)[1]
    assert asked is not None
    ranking, of_figures = put.ranking, put.asks_figure and len(put.ranking.scores) > 0
    features, weights = (
        (ranking.features, FIGURE_WEIGHTS) if of_figures else (ranking.sentence_features, SENTENCE_WEIGHTS)
    )
    right = tuple(sorted(put.figures if of_figures else put.sentences))
    allowed = ranking.allowed if of_figures else ranking.named
    return WordSample(_states(asked.vectors), of_figures, features @ weights[0], allowed, right, put.absent)


def _states(vectors: Vectors) -> Vectors:
    """The states of layers of unit length each, of which a bare head makes vectors of unit length together."""
    return np.asarray(vectors * np.sqrt(len(LAYERS)), np.float32)


def main() -> None:
    """Read the reports, and train the three heads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    given = parser.parse_args()
    asked: dict[str, list[Path]] = {}
    for path in sorted(given.pairs):
        asked.setdefault(path.stem, []).append(path)
    write_model(FOLDER / "plain", None)
    write_model(FOLDER / "bare", bare_head(read_model(shipped_folder("model")).dim))
    material = open_material(given.shared, asked, FOLDER / "plain")
    embedder = OnnxEmbedder.open(FOLDER / "bare")
    reports = {name: gather(material, embedder, name, files) for name, files in asked.items()}
    names = sorted(reports, key=lambda name: (any(path.parent.name == "judge" for path in asked[name]), name))
    for label, left_out in (("all", []), ("half_0", names[0::2]), ("half_1", names[1::2])):
        print(f"{label}: without {', '.join(left_out) or 'none'}")
        arrays = fit_head([report for name, report in reports.items() if name not in left_out])
        write_model(given.out / label, WordHead(LAYERS, _outputs(), **arrays))
        (given.out / label / "left_out.json").write_text(json.dumps(left_out, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
