"""The index as files: written whole, opened only where every digest agrees.

`manifest.json` says what it was built from and holds the digest of every file; `vectors.faiss` the vectors of all passages,
a row each. Of each report there are three files: `reports/0000.report.json`, the report as read, as the library wrote it;
`reports/0000.terms.json`, its terms; `reports/0000.bm25`, their BM25 weights in its sentences.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report_qa.errors import IndexDamaged, IndexMissing, IndexStale, ReportUnknown
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.index_folder import HeldFolder, serving, swap_in
from report_qa.search.index_manifest import IndexManifest, ReportEntry, ReportKey
from report_qa.search.keywords import Keywords
from report_qa.search.terms import terms
from report_qa.search.vectors import HINT, VectorIndex

MANIFEST, VECTORS = "manifest.json", "vectors.faiss"
_DOCUMENT = ".report.json"
_TRIES = 3  # a build may swap the folder while it is read
JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One report to be written: what it was read from, itself as JSON, the texts of its sentences for BM25, and how many
    figures it has.
    """

    key: ReportKey
    document: JsonObject
    sentences: Sequence[str]
    figures: int


@dataclass(frozen=True, slots=True)
class StoredIndex:
    """An index, open: nothing of it is read from the folder again, so a new one may take its place."""

    manifest: IndexManifest
    vectors: VectorIndex
    _files: dict[str, bytes] = field(repr=False)  # those of the reports; documents compressed until they are asked for
    _keywords: dict[str, Keywords] = field(default_factory=dict, repr=False)

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
        read: JsonObject = json.loads(zlib.decompress(self._files[_names(self._position(report))[0]]))
        return read

    def keywords(self, report: str) -> Keywords:
        """BM25 over a report's sentences, row 0 the first. A report is weighed by itself, so that its answers do not
        change with the reports beside it.

        Raises:
            ReportUnknown: there is none of that id.
        """
        if report not in self._keywords:
            _, names, matrix = _names(self._position(report))
            read = Keywords.from_bytes(self._files[names], self._files[matrix])
            self._keywords[report] = read
        return self._keywords[report]

    def _position(self, report: str) -> int:
        for position, entry in enumerate(self.reports):
            if entry.id == report:
                return position
        raise ReportUnknown(
            f"There is no report {report!r} in the index.", "`report-qa list` names those that there are."
        )


def write_index(held: HeldFolder, parts: Sequence[ReportPart], recipe: str, embedder: str, vectors: VectorIndex) -> str:
    """Write an index and swap it in; gives its digest. The same parts give the same bytes.

    `vectors` holds the passages' vectors: of each part in order its sentences, then its figures.

    Raises:
        SettingsError: the folder cannot be written.
    """
    files: dict[str, bytes] = {VECTORS: vectors.to_bytes()}
    entries: list[ReportEntry] = []
    row = 0
    for position, part in enumerate(parts):
        entries.append(ReportEntry(part.key, row, len(part.sentences), part.figures))
        row += len(part.sentences) + part.figures
        document, names, matrix = _names(position)
        files[document] = json.dumps(part.document, ensure_ascii=False, separators=(",", ":")).encode()
        files[names], files[matrix] = Keywords.build([terms(text) for text in part.sentences]).to_bytes()
    if row != len(vectors):
        raise ValueError(f"{len(vectors)} vectors for {row} passages")
    digests = tuple(sorted((name, hashlib.sha256(data).hexdigest()) for name, data in files.items()))
    manifest = IndexManifest(recipe, embedder, vectors.dim, tuple(entries), digests)
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


def check_fresh(manifest: IndexManifest, keys: Sequence[ReportKey], recipe: str, embedder: str) -> None:
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
        raise IndexStale("The index was built with another embedding model.", HINT)


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
    files: dict[str, bytes] = {}
    vectors: VectorIndex | None = None
    for name, digest in manifest.files:
        try:
            data = (place / name).read_bytes()
        except OSError as error:
            raise IndexDamaged(f"The index lacks its file {name}.", HINT) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise IndexDamaged(f"The index's {name} is cut short or was changed.", HINT)
        if name == VECTORS:
            vectors = FaissVectors.from_bytes(data)
        else:
            files[name] = zlib.compress(data, 1) if name.endswith(_DOCUMENT) else data
    wanted = {name for position in range(len(manifest.reports)) for name in _names(position)}
    if vectors is None or wanted != files.keys():
        raise IndexDamaged("The index's manifest.json names other files than an index has.", HINT)
    if len(vectors) != manifest.row_count or vectors.dim != manifest.dim:
        raise IndexDamaged("The index's vectors are not those of its passages.", HINT)
    return StoredIndex(manifest, vectors, files)


def _names(position: int) -> tuple[str, str, str]:
    stem = f"reports/{position:04d}"
    return f"{stem}{_DOCUMENT}", f"{stem}.terms.json", f"{stem}.bm25"
