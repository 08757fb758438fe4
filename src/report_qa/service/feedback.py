"""`FeedbackBook`: what people said of answers, in an SQLite file. Nothing about the person is kept.

No name, address or time of day goes in; and what people write of themselves in a question or a reason all the same (numbers of
telephones and identity cards, e-mail addresses) is struck out before it is written down.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)

MAX_ROWS = 200_000  # an open route must not fill a disk:
MAX_PAGES = 65_536  # so many rows, and so many pages of 4 KiB
STRUCK_OUT = "***"
# An e-mail address, a mobile or landline number, an identity card's 18 signs: each whole, no part of a longer number.
_PERSONAL = re.compile(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![0-9])(?:[0-9]{17}[0-9Xx]|(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])"
)
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


def strike_out(text: str) -> str:
    """A text without the numbers and addresses that lead to a person.

    >>> strike_out("请回电13800138000：粮食产量25.5亿斤对吗")
    '请回电***：粮食产量25.5亿斤对吗'
    """
    return _PERSONAL.sub(STRUCK_OUT, text)


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
            strike_out(opinion.question),
            opinion.index,
            int(opinion.useful),
            None if opinion.reason is None else strike_out(opinion.reason),
        )
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=2)) as connection, connection:
                connection.execute(f"PRAGMA max_page_count = {MAX_PAGES}")
                connection.execute(_TABLE)
                return connection.execute(_INSERT, row).rowcount == 1
        except (OSError, sqlite3.Error) as error:
            log.warning("feedback_not_kept", extra={"error": type(error).__name__})
            return False
