"""`model.json`: what a model folder holds, and the digests that tell whether it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

from report_qa.errors import EmbedderUnavailable

MANIFEST, GRAPH, TOKENIZER, CARD = "model.json", "model.onnx", "tokenizer.json", "MODEL_CARD.md"
WORDS = "words.npz"
FORMAT = 1
_HINT = "Restore data/model from the repository, or make it again with `report-qa model make`."


@dataclass(frozen=True, slots=True)
class ModelManifest:
    """What `model.json` says. `files` are (name, SHA-256) pairs, sorted by name.

    `words` is the SHA-256 of `words.npz`, which makes vectors of pieces beside (None: there is none); the identity leaves it out,
    for no text's own vector depends on it. `pieces` is how many pieces the graph has vectors for: beyond its table it would read whatever lies there. None: not said.
    """

    name: str
    dim: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str
    files: tuple[tuple[str, str], ...]
    pieces: int | None = None
    words: str | None = None

    @property
    def identity(self) -> str:
        """The name with a digest of the files, prompts and limits: equal only where the vectors are."""
        return f"{self.name}@{hashlib.sha256(replace(self, words=None).to_json().encode()).hexdigest()[:16]}"

    def to_json(self) -> str:
        """The text of `model.json`."""
        fields = {
            "format": FORMAT,
            "name": self.name,
            "dim": self.dim,
            "max_tokens": self.max_tokens,
            **({} if self.pieces is None else {"pieces": self.pieces}),
            "prompts": {"query": self.query_prompt, "passage": self.passage_prompt},
            "files": dict(self.files),
            **({} if self.words is None else {"words": self.words}),
        }
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def read_model(folder: Path) -> ModelManifest:
    """Read `model.json` and check every file that it names.

    Raises:
        EmbedderUnavailable: the folder or a file of it is missing, changed, or of another format.
    """
    try:
        read = json.loads((folder / MANIFEST).read_text("utf-8"))
        if read["format"] != FORMAT:
            raise EmbedderUnavailable(f"The model folder has format {read['format']}, not {FORMAT}.", _HINT)
        manifest = ModelManifest(
            str(read["name"]), int(read["dim"]), int(read["max_tokens"]), str(read["prompts"]["query"]),
            str(read["prompts"]["passage"]), tuple(sorted((str(k), str(v)) for k, v in read["files"].items())),
            None if read.get("pieces") is None else int(read["pieces"]),
            None if read.get("words") is None else str(read["words"]),
        )  # fmt: skip
    except OSError as error:
        raise EmbedderUnavailable("The model folder is missing or cannot be read.", _HINT) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EmbedderUnavailable("The model's model.json is damaged.", _HINT) from error
    for name, digest in (*manifest.files, *(((WORDS, manifest.words),) if manifest.words else ())):
        path = folder / name
        if not path.is_file():
            raise EmbedderUnavailable(f"The model folder lacks {name}.", _HINT)
        if file_digest(path) != digest:
            raise EmbedderUnavailable(f"The model's {name} is not the file that model.json names.", _HINT)
    if not {GRAPH, TOKENIZER} <= {name for name, _ in manifest.files}:
        raise EmbedderUnavailable(f"The model's model.json names no {GRAPH} or no {TOKENIZER}.", _HINT)
    return manifest
