"""`make_model`: converts the published weights into the model folder that ships."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.card import write_card
from report_qa.search.model.manifest import CARD, GRAPH, MANIFEST, TOKENIZER, ModelManifest, file_digest
from report_qa.search.model.packed import PackedModel, read_packed
from report_qa.search.model.tuned import TunedModel
from report_qa.search.model.weights import find_weights

NAME = "multilingual-e5-small-q4"
MAX_TOKENS = 512  # the table of positions ends there
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where a model is made from.

    `weights` is the path of `e5-small-q4.bin`, or None to find or fetch it with `cache`. `corpora` is the folder of texts
    whose pieces are counted, or None to keep the vocabulary of the `tokenizer` of an earlier model. `skip` are names of
    texts (the file's name up to the first point) that are not counted.
    """

    cache: Path
    weights: Path | None = None
    corpora: Path | None = None
    tokenizer: Path | None = None
    skip: tuple[str, ...] = ()


def make_model(out: Path, recipe: Recipe, progress: Progress | None = None) -> ModelManifest:
    """Write `model.onnx`, `tokenizer.json`, `MODEL_CARD.md` and `model.json` into `out`; `progress` is told each step.

    The same weights and corpora give the same bytes.

    Raises:
        EmbedderUnavailable: the weights cannot be had, or neither corpora nor a tokenizer is given.
    """
    from report_qa.search.model.tokenizer import make_tokenizer, nmt_nfkc_map

    tell = progress or (lambda _: None)
    tell("Reading the weights")
    packed = read_packed(recipe.weights or find_weights(recipe.cache))
    charsmap = nmt_nfkc_map()
    kept = _kept(packed, recipe, charsmap, tell)
    tell(f"Writing the model of {len(kept)} pieces")
    tokenizer = make_tokenizer([(packed.pieces[i], packed.scores[i]) for i in kept], charsmap)
    return write_model(out, NAME, packed, kept, tokenizer.to_str(pretty=False))


def write_model(
    out: Path,
    name: str,
    model: PackedModel | TunedModel,
    kept: Sequence[int],
    tokenizer: str,
    tuned: tuple[int, int] | None = None,
) -> ModelManifest:
    """Write the model folder of published or tuned weights; `kept` are the packed ids of the tokenizer's pieces, rising.

    A tuned model is written in eight bits. `tuned` gives the numbers of questions and of reports that it was tuned on.
    """
    import onnx

    from report_qa.search.model.graph import make_graph
    from report_qa.search.model.wide import find_wide

    if isinstance(model, TunedModel):
        model = replace(model, wide=find_wide(model, np.array(kept, np.int64), tokenizer))
    out.mkdir(parents=True, exist_ok=True)
    (out / TOKENIZER).write_text(tokenizer, "utf-8")
    (out / GRAPH).write_bytes(make_graph(model, np.array(kept, np.int64)).SerializeToString(deterministic=True))
    write_card(out / CARD, pieces=len(kept), megabytes=(out / GRAPH).stat().st_size / 1e6, tuned=tuned)
    files = tuple((file, file_digest(out / file)) for file in sorted((GRAPH, TOKENIZER)))
    manifest = ModelManifest(name, model.hidden, MAX_TOKENS, "query: ", "passage: ", files, len(kept))
    (out / MANIFEST).write_text(manifest.to_json(), "utf-8")
    onnx.checker.check_model(str(out / GRAPH), full_check=False)
    return manifest


def kept_of(packed: PackedModel, tokenizer: Path) -> list[int]:
    """The packed ids, rising, of the pieces that a `tokenizer.json` keeps."""
    from tokenizers import Tokenizer

    known = Tokenizer.from_file(str(tokenizer)).get_vocab()
    return [i for i, piece in enumerate(packed.pieces[:-1]) if piece in known]


def _kept(packed: PackedModel, recipe: Recipe, charsmap: bytes, tell: Progress) -> list[int]:
    from report_qa.search.model.tokenizer import make_tokenizer
    from report_qa.search.model.vocabulary import corpus_texts, count_pieces, kept_ids

    pieces = packed.pieces[:-1]  # the last is <mask>, which retrieval never uses
    if recipe.corpora is not None:
        tell("Counting the pieces of the corpora")
        whole = make_tokenizer(list(zip(pieces, packed.scores, strict=False)), charsmap)
        return kept_ids(pieces, count_pieces(whole, corpus_texts(recipe.corpora, recipe.skip)))
    if recipe.tokenizer is None:
        raise EmbedderUnavailable(
            "A model needs a vocabulary.", "Give a folder of corpora, or an earlier tokenizer.json."
        )
    return kept_of(packed, recipe.tokenizer)
