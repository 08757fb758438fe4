"""`FeedbackBook`: what people said of answers, in an SQLite file. Nothing about the person is kept."""

from __future__ import annotations

import datetime as dt
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)

MAX_ROWS = 200_000  # an open route must not fill a disk
_TABLE = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    question TEXT NOT NULL,
    index_digest TEXT NOT NULL,
    useful INTEGER NOT NULL,
    reason TEXT
)"""
_INSERT = f"""
INSERT INTO feedback (day, question, index_digest, useful, reason)
SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM feedback) < {MAX_ROWS}
"""  # noqa: S608 - the only value put in is the constant above


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion on one answer: `index` is the digest of the index that answered."""

    question: str
    index: str
    useful: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class FeedbackBook:
    """Opinions in an SQLite file, one connection a write, so that several processes may share it."""

    file: Path

    def keep(self, opinion: Opinion) -> bool:
        """Write an opinion down; False (and a warning in the log) where that cannot be done. It never raises for the file's sake."""
        row = (
            dt.datetime.now(dt.UTC).date().isoformat(),
            opinion.question,
            opinion.index,
            int(opinion.useful),
            opinion.reason,
        )
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=2)) as connection, connection:
                connection.execute(_TABLE)
                return connection.execute(_INSERT, row).rowcount == 1
        except (OSError, sqlite3.Error) as error:
            log.warning("feedback_not_kept", extra={"error": type(error).__name__})
            return False
