"""From process start to the first answer, beside a process that only imports sentence-transformers."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

ANSWER = """
from report_qa import Ask, Library, Settings
library = Library.open(Settings())
reply = library.ask(Ask("去年粮食产量是多少？", report=library.reports()[0].id))
assert reply.answer
import sys
assert "torch" not in sys.modules and "sentence_transformers" not in sys.modules
"""
IMPORT = "import sentence_transformers"
RUNS = 3


def seconds(code: str) -> float:
    """Median seconds of a process that runs some code."""
    took = []
    for _ in range(RUNS):
        started = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "HF_HUB_OFFLINE": "1"})
        took.append(perf_counter() - started)
    return median(took)


def main() -> None:
    seconds("pass")  # the interpreter's files are read once
    answer, imported = seconds(ANSWER), seconds(IMPORT)
    print(f"process start to first answer     {answer:6.2f} s   (bar 3 s)")
    print(f"import sentence_transformers      {imported:6.2f} s")
    print(f"ratio                             {answer / imported:6.2f}     (bar 0.50)")


if __name__ == "__main__":
    main()
