"""The index as files: written whole, opened only where every digest agrees.

`manifest.json` says what it was built from and holds the digest of every file; `vectors.faiss` the vectors of all passages,
a row each; `coarse.faiss`, in a large library, what finds those that may be near; `owners.npy` the row of the sentence of each
row; `terms.json` the terms of all sentences, `terms.bm25` their weights. `reports/0000.report.json` is a report as read, as the
library wrote it; `reports/0000.words.npy`, where the model gives them, the pieces of its sentences.
"""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import IndexDamaged, IndexMissing, IndexStale, ReportUnknown
from report_qa.search.coarse import CoarseRows
from report_qa.search.embedder import ModelFacts
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.index_folder import HeldFolder, serving, swap_in
from report_qa.search.index_manifest import IndexManifest, ReportEntry, ReportKey
from report_qa.search.keywords import Keywords
from report_qa.search.terms import terms
from report_qa.search.vectors import HINT, VectorIndex
from report_qa.search.words import Packed

MANIFEST, VECTORS, COARSE, OWNERS = "manifest.json", "vectors.faiss", "coarse.faiss", "owners.npy"
TERMS, WEIGHTS = "terms.json", "terms.bm25"
_TRIES = 3  # a build may swap the folder while it is read
JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One report to be written: what it was read from, itself as JSON, the texts of its sentences for BM25, the sentence of
    each figure, in their order, and the pieces of its sentences, where the model gives them.
    """

    key: ReportKey
    document: JsonObject
    sentences: Sequence[str]
    owners: Sequence[int]
    words: Packed | None = None


@dataclass(frozen=True, slots=True)
class StoredIndex:
    """An index, open: nothing of it is opened in the folder again, so a new one may take its place.

    `owners` has the row of the sentence of each row: of a figure's its own sentence's, of a sentence's that row itself.
    `coarse` finds rows that may be near; None in a small library.
    """

    manifest: IndexManifest
    vectors: VectorIndex
    owners: NDArray[np.int64] = field(repr=False)
    coarse: CoarseRows | None
    keywords: Keywords = field(repr=False)
    """BM25 over all rows. Each report was weighed by itself, so that its answers do not change with the reports beside it."""
    _documents: tuple[bytes, ...] = field(repr=False)  # compressed until they are asked for
    _words: tuple[Packed | None, ...] = field(repr=False)  # mapped from files that stay open

    @property
    def digest(self) -> str:
        """Names this index: equal only for equal contents."""
        return self.manifest.digest

    @property
    def reports(self) -> tuple[ReportEntry, ...]:
        """The reports, in the order of their rows."""
        return self.manifest.reports

    def entry(self, report: str) -> ReportEntry:
        """The entry of a report.

        Raises:
            ReportUnknown: there is none of that id.
        """
        return self.reports[self._position(report)]

    def document(self, report: str) -> JsonObject:
        """A report as JSON, as it was given to `write_index`.

        Raises:
            ReportUnknown: there is none of that id.
        """
        read: JsonObject = json.loads(zlib.decompress(self._documents[self._position(report)]))
        return read

    def words(self, report: str) -> Packed | None:
        """The pieces of a report's sentences, as `words.pack` packed them; None where the model gives none.

        Raises:
            ReportUnknown: there is none of that id.
        """
        return self._words[self._position(report)]

    def _position(self, report: str) -> int:
        for position, entry in enumerate(self.reports):
            if entry.id == report:
                return position
        raise ReportUnknown(
            f"There is no report {report!r} in the index.", "`report-qa list` names those that there are."
        )


def write_index(
    held: HeldFolder, parts: Sequence[ReportPart], recipe: str, embedder: ModelFacts, vectors: VectorIndex
) -> str:
    """Write an index and swap it in; gives its digest. The same parts give the same bytes.

    `vectors` holds the passages' vectors: of each part in order its sentences, then its figures.

    Raises:
        SettingsError: the folder cannot be written.
    """
    files: dict[str, bytes] = {}
    entries: list[ReportEntry] = []
    owners: list[int] = []
    keywords: list[tuple[int, Keywords]] = []
    for position, part in enumerate(parts):
        first = len(owners)
        entries.append(ReportEntry(part.key, first, len(part.sentences), len(part.owners)))
        owners += range(first, first + len(part.sentences))
        owners += (first + sentence for sentence in part.owners)
        keywords.append((first, Keywords.build([terms(text) for text in part.sentences])))
        files[_name(position)] = json.dumps(part.document, ensure_ascii=False, separators=(",", ":")).encode()
        if part.words is not None:
            files[_words_name(position)] = _npy(part.words)
    if len(owners) != len(vectors):
        raise ValueError(f"{len(vectors)} vectors for {len(owners)} passages")
    files[VECTORS] = vectors.to_bytes()
    files[OWNERS] = _npy(np.array(owners, np.int64))
    files[TERMS], files[WEIGHTS] = Keywords.joined(keywords, len(owners)).to_bytes()
    if coarse := CoarseRows.of(vectors.rows()):
        files[COARSE] = coarse.to_bytes()
    digests = tuple(sorted((name, hashlib.sha256(data).hexdigest()) for name, data in files.items()))
    manifest = IndexManifest(recipe, embedder, tuple(entries), digests)
    swap_in(held, {**files, MANIFEST: manifest.to_json().encode()})
    return manifest.digest


def read_manifest(folder: Path) -> IndexManifest:
    """The manifest of the index in a folder; the other files are not looked at.

    Raises:
        IndexMissing, IndexStale, IndexDamaged: there is none that this version can read.
    """
    place = serving(folder)
    if place is None:
        raise IndexMissing("There is no index yet.", "Build it with `report-qa build`.")
    try:
        return IndexManifest.from_json((place / MANIFEST).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged("The index's manifest.json is missing or cannot be read.", HINT) from error


def check_fresh(manifest: IndexManifest, keys: Sequence[ReportKey], recipe: str, embedder: ModelFacts) -> None:
    """Hold an index against the reports, the code and the model that there are now.

    Raises:
        IndexStale: it was built from others; the message says which.
    """
    built, now = {entry.id: entry.key for entry in manifest.reports}, {key.id: key for key in keys}
    changed = sorted(name for name in built.keys() | now.keys() if built.get(name) != now.get(name))
    if changed:
        named = ", ".join(changed[:3]) + (f" and {len(changed) - 3} more" if len(changed) > 3 else "")
        raise IndexStale(f"Reports were added, changed or removed since the index was built: {named}.", HINT)
    if manifest.recipe != recipe:
        raise IndexStale("The index was built by another version of report_qa or with other word lists.", HINT)
    if manifest.embedder != embedder:
        raise IndexStale(
            f"The index was built with the embedding model {manifest.embedder.said}; now it is {embedder.said}.",
            f"{HINT} Or set REPORT_QA_MODEL to the model that it was built with.",
        )


def open_index(folder: Path) -> StoredIndex:
    """Open the index in a folder and check every digest.

    Raises:
        IndexMissing, IndexStale, IndexDamaged: there is none that this version can read, or it is not whole.
    """
    for _ in range(_TRIES - 1):
        before = read_manifest(folder)
        try:
            return _open(folder, before)
        except IndexDamaged:
            if read_manifest(folder) == before:
                raise
    return _open(folder, read_manifest(folder))


def _open(folder: Path, manifest: IndexManifest) -> StoredIndex:
    place = serving(folder) or folder
    files = {name: _checked(place, name, digest) for name, digest in manifest.files}
    documents = [_name(position) for position in range(len(manifest.reports))]
    pieces = [_words_name(position) for position in range(len(manifest.reports))]
    if files.keys() - {COARSE, *pieces} != {VECTORS, OWNERS, TERMS, WEIGHTS, *documents}:
        raise IndexDamaged("The index's manifest.json names other files than an index has.", HINT)
    vectors = FaissVectors.from_bytes(files.pop(VECTORS))
    coarse = CoarseRows.from_bytes(files[COARSE]) if COARSE in files else None
    owners, keywords = _read_npy(files[OWNERS]), Keywords.from_bytes(files[TERMS], files[WEIGHTS])
    lengths = {len(vectors), len(owners), len(keywords), len(vectors) if coarse is None else len(coarse)}
    if lengths != {manifest.row_count} or vectors.dim != manifest.dim:
        raise IndexDamaged("The index's vectors are not those of its passages.", HINT)
    packed = tuple(zlib.compress(files[name], 1) for name in documents)
    words = tuple(_mapped(place / name) if name in files else None for name in pieces)
    return StoredIndex(manifest, vectors, owners, coarse, keywords, packed, words)


def _mapped(file: Path) -> Packed:
    """The pieces of a report, read from the file as they are looked at."""
    try:
        return np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))
    except (ValueError, EOFError, OSError) as error:
        raise IndexDamaged(f"The index's {file.name} is damaged.", HINT) from error


def _checked(place: Path, name: str, digest: str) -> bytes:
    try:
        data = (place / name).read_bytes()
    except OSError as error:
        raise IndexDamaged(f"The index lacks its file {name}.", HINT) from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise IndexDamaged(f"The index's {name} is cut short or was changed.", HINT)
    return data


def _npy(values: NDArray[np.int64] | Packed) -> bytes:
    written = io.BytesIO()
    np.save(written, values, allow_pickle=False)
    return written.getvalue()


def _read_npy(data: bytes) -> NDArray[np.int64]:
    try:
        return np.asarray(np.load(io.BytesIO(data), allow_pickle=False), np.int64)
    except (ValueError, EOFError, OSError) as error:
        raise IndexDamaged(f"The index's {OWNERS} is damaged.", HINT) from error


def _name(position: int) -> str:
    return f"reports/{position:04d}.report.json"


def _words_name(position: int) -> str:
    return f"reports/{position:04d}.words.npy"
