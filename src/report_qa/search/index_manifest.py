"""`manifest.json` of an index: what it was built from, and the digests that tell whether it is whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from report_qa.errors import IndexDamaged, IndexStale
from report_qa.search.embedder import ModelFacts
from report_qa.search.vectors import HINT

FORMAT = 4


@dataclass(frozen=True, slots=True)
class ReportKey:
    """What a report in the index was read from: the SHA-256 of its source and of its `report.toml`."""

    id: str
    source_sha256: str
    manifest_sha256: str


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report in the index. Its rows start at `first_row`: the passages of its sentences, then those of its figures."""

    key: ReportKey
    first_row: int
    sentences: int
    figures: int

    @property
    def id(self) -> str:
        """The report's id."""
        return self.key.id

    @property
    def sentence_rows(self) -> range:
        """Rows of its sentences' passages."""
        return range(self.first_row, self.first_row + self.sentences)

    @property
    def figure_rows(self) -> range:
        """Rows of its figures' passages."""
        return range(self.first_row + self.sentences, self.first_row + self.sentences + self.figures)

    @property
    def rows(self) -> range:
        """All its rows."""
        return range(self.first_row, self.first_row + self.sentences + self.figures)


@dataclass(frozen=True, slots=True)
class IndexManifest:
    """What an index is: `recipe` names the code and word lists that read the reports, `embedder` the model.

    `files` are (path in the folder, SHA-256) pairs, sorted by path. `digest` is that of everything above.
    """

    recipe: str
    embedder: ModelFacts
    reports: tuple[ReportEntry, ...]
    files: tuple[tuple[str, str], ...]

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self.embedder.dim

    @property
    def digest(self) -> str:
        """SHA-256 of the manifest, and through its digests of the whole index."""
        return hashlib.sha256(self._body().encode()).hexdigest()

    @property
    def row_count(self) -> int:
        """Rows of all reports."""
        return sum(len(report.rows) for report in self.reports)

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        return self._body()[:-2] + f',\n "digest": "{self.digest}"\n}}'

    def _body(self) -> str:
        fields: dict[str, Any] = {
            "format": FORMAT,
            "recipe": self.recipe,
            "embedder": asdict(self.embedder),
            "reports": [
                {
                    "id": report.id,
                    "source_sha256": report.key.source_sha256,
                    "manifest_sha256": report.key.manifest_sha256,
                    "first_row": report.first_row,
                    "sentences": report.sentences,
                    "figures": report.figures,
                }
                for report in self.reports
            ],
            "files": dict(self.files),
        }
        return json.dumps(fields, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> IndexManifest:
        """Read `manifest.json`.

        Raises:
            IndexStale: it is of another format.
            IndexDamaged: it is none, or was changed.
        """
        try:
            read = json.loads(text)
            if read["format"] != FORMAT:
                raise IndexStale(f"The index has format {read['format']}; this version reads {FORMAT}.", HINT)
            reports = tuple(
                ReportEntry(
                    ReportKey(str(row["id"]), str(row["source_sha256"]), str(row["manifest_sha256"])),
                    int(row["first_row"]), int(row["sentences"]), int(row["figures"]),
                )
                for row in read["reports"]
            )  # fmt: skip
            files = tuple((str(name), str(digest)) for name, digest in read["files"].items())
            made = cls(str(read["recipe"]), ModelFacts(**read["embedder"]), reports, files)
            if read["digest"] != made.digest:
                raise IndexDamaged("The index's manifest.json was changed.", HINT)
            return made
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamaged("The index's manifest.json is damaged.", HINT) from error
