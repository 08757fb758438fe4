"""What can go wrong, as one tree.

    ReportQAError
    ├── SettingsError        a setting is unknown or out of bounds
    ├── SourceError          a source is empty, binary, not decodable, or changed since the index was built
    ├── ManifestError        a report.toml cannot be read
    ├── OffsetError          a position lies outside its text
    ├── LexiconError         a lexicon file cannot be read
    ├── ReportUnknown        no report of that id (404)
    ├── QuestionRejected     a question outside the contract's bounds (422)
    ├── IndexMissing         there is no index yet
    ├── IndexStale           the index belongs to another source, model or version
    ├── IndexDamaged         a file of the index is missing, cut or foreign
    ├── IndexBusy            another build holds the index folder
    ├── EmbedderUnavailable  a model folder is missing or damaged
    └── CaseError            an evaluation case is outside its format

Every class has a stable `code`; every message says what failed, every `hint` what to do next.
"""

from __future__ import annotations


class ReportQAError(Exception):
    """The root. `message` says what failed, `hint` what to do next; neither names a path of the machine on the wire."""

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SettingsError(ReportQAError):
    """A setting is unknown or out of bounds."""

    code = "settings"


class SourceError(ReportQAError):
    """A source is empty, binary, not decodable, or changed since the index was built."""

    code = "source"


class ManifestError(ReportQAError):
    """A `report.toml` cannot be read."""

    code = "manifest"


class OffsetError(ReportQAError):
    """A position lies outside its text."""

    code = "offset"


class LexiconError(ReportQAError):
    """A lexicon file cannot be read."""

    code = "lexicon"


class ReportUnknown(ReportQAError):
    """No report of that id is in the library."""

    code = "report_unknown"


class QuestionRejected(ReportQAError):
    """A question outside the contract's bounds."""

    code = "question_rejected"


class IndexMissing(ReportQAError):
    """There is no index yet."""

    code = "index_missing"


class IndexStale(ReportQAError):
    """The index was built from another source, by another model or another version."""

    code = "index_stale"


class IndexDamaged(ReportQAError):
    """A file of the index is missing, cut short or foreign."""

    code = "index_damaged"


class IndexBusy(ReportQAError):
    """Another build holds the index folder."""

    code = "index_busy"


class EmbedderUnavailable(ReportQAError):
    """A model folder is missing or damaged."""

    code = "embedder_unavailable"


class CaseError(ReportQAError):
    """An evaluation case is outside its format."""

    code = "case"
