"""Whether a client wants the ledger as CSV."""

from __future__ import annotations

import re


def wants_csv(form: str | None, accept: str) -> bool:
    """Whether CSV is asked for: by `format`, else by an `Accept` header that names `text/csv` and prefers it to JSON.

    >>> wants_csv(None, "text/csv"), wants_csv(None, "application/json, text/csv;q=0.5"), wants_csv("csv", "*/*")
    (True, False, True)
    """
    if form is not None:
        return form == "csv"
    weights = dict(map(_weighed, accept.split(",")))
    csv = weights.get("text/csv", 0.0)
    return csv > 0 and csv >= weights.get("application/json", 0.0)


def _weighed(part: str) -> tuple[str, float]:
    kind, *parameters = part.lower().split(";")
    weight = next((value.strip()[2:] for value in parameters if value.strip().startswith("q=")), "1")
    return kind.strip(), float(weight) if re.fullmatch(r"[01](\.[0-9]{0,3})?", weight) else 0.0
