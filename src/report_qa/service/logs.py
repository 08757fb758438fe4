"""Structured logs: one JSON object a line, without the text of questions unless the settings allow it."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import traceback
from typing import Any

from report_qa.settings import Settings

_ROOT = "report_qa"
_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


class JsonLines(logging.Formatter):
    """A record as one line of JSON: time (UTC), level, event, and the fields given as `extra`.

    An exception is told by its type and the lines of code that it passed through; its message may quote a question and is
    left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without a line end."""
        told: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        told |= {name: value for name, value in vars(record).items() if name not in _PLAIN}
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            told["exception"] = record.exc_info[0].__name__
            told["frames"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
        return json.dumps(told, ensure_ascii=True, default=str)


def configure_logs(settings: Settings) -> None:
    """Send the package's log to standard error as JSON lines; calling it again replaces what it set."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    handler.set_name("report_qa.json")
    logger = logging.getLogger(_ROOT)
    logger.handlers = [other for other in logger.handlers if other.get_name() != "report_qa.json"] + [handler]
    logger.setLevel(settings.log_level)
    logger.propagate = False
