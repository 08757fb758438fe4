"""`Settings`: what can be configured, read once from the environment; and where the shipped files lie.

Nothing else in the package reads `REPORT_QA_…` variables. `docs/settings.md` lists every one of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from report_qa.errors import SettingsError

ENV_PREFIX = "REPORT_QA_"
Shipped = Literal["model", "lexicon", "web"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


class Settings(BaseSettings):
    """The settings of one process; each field is the variable `REPORT_QA_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    data_dir: Path = Field(
        default=Path("data"), description="Folder of the reports, and of model/ and lexicon/ where it has them."
    )
    index_dir: Path = Field(default=Path("index"), description="Folder that the index is built in.")
    model: str | None = Field(
        default=None,
        description="Embedding model: a folder, or a name known to sentence-transformers. Empty: the shipped one.",
    )
    host: str = Field(default="127.0.0.1", description="Address that `report-qa serve` listens on.")
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that `report-qa serve` listens on; 0 lets the system choose."
    )
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Sites that may embed the widget, with commas between, such as `https://www.example.org`.",
    )
    max_body_bytes: int = Field(
        default=262_144, ge=1_024, le=16_777_216, description="Largest request body accepted, in bytes."
    )
    max_source_bytes: int = Field(
        default=52_428_800, ge=1_024, le=67_108_864, description="Largest file that `report-qa add` takes, in bytes."
    )
    feedback_db: Path | None = Field(
        default=None, description="SQLite file that keeps the feedback. Empty: `feedback.sqlite3` in the index folder."
    )
    contact: str | None = Field(
        default=None,
        description="Whom a citizen may ask when the report does not say; a report's own `contact` goes before it.",
    )
    log_level: LogLevel = Field(default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR.")
    log_questions: bool = Field(default=False, description="Whether logs may hold the text of questions.")

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split_origins(cls, value: Any) -> Any:
        if isinstance(value, str):
            return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _fold_level(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @property
    def reports_dir(self) -> Path:
        """The folder with one folder a report."""
        return self.data_dir / "reports"

    @property
    def lexicon_dir(self) -> Path:
        """The data folder's `lexicon/`, or the shipped one."""
        own = self.data_dir / "lexicon"
        return own if own.is_dir() else shipped_folder("lexicon")

    @property
    def model_dir(self) -> Path:
        """The data folder's `model/`, or the shipped one; what `model` None means."""
        own = self.data_dir / "model"
        return own if own.is_dir() else shipped_folder("model")

    @property
    def feedback_file(self) -> Path:
        """The SQLite file that keeps the feedback."""
        return self.feedback_db or self.index_dir / "feedback.sqlite3"


def load_settings(**overrides: Any) -> Settings:
    """Settings from the environment, with overrides by field name (None: not given).

    Raises:
        SettingsError: a setting is unknown or out of bounds.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        wrong = [(str(item["loc"][0]) if item["loc"] else "", item["msg"]) for item in error.errors()]
        said = "; ".join(f"{ENV_PREFIX}{name.upper()}: {message}" for name, message in wrong)
        raise SettingsError(
            f"A setting is wrong: {said}.", "docs/settings.md lists the settings and their bounds."
        ) from None


def shipped_folder(name: Shipped) -> Path:
    """The folder of shipped files: inside the installed package, else in the checkout.

    Raises:
        SettingsError: neither has it; the installation is incomplete.
    """
    packed = _PACKAGE / "shipped" / name
    source = _CHECKOUT / ("web" if name == "web" else f"data/{name}")
    for folder in (packed, source):
        if folder.is_dir():
            return folder
    raise SettingsError(f"The shipped folder {name}/ is missing.", "Install report-qa again.")
