"""Building the index of the first report: nothing cached, then with its vectors cached; imports are not counted."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import perf_counter

from report_qa.library.build import build
from report_qa.library.shelf import report_folder, report_ids
from report_qa.settings import Settings, load_settings


def seconds(settings: Settings) -> float:
    """Seconds of one build."""
    started = perf_counter()
    build(settings)
    return perf_counter() - started


def main() -> None:
    settings = load_settings()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        first = report_ids(settings)[0]
        shutil.copytree(report_folder(settings, first), data / "reports" / first)
        alone = load_settings(data_dir=data, index_dir=Path(folder) / "index")
        cold, cached = seconds(alone), seconds(alone)
    print(f"first build of {first:<18} {cold:6.2f} s   (bar 15 s)")
    print(f"again, its vectors cached         {cached:6.2f} s   (bar 1 s)")
    print(f"ratio                             {cached / cold:6.2f}")


if __name__ == "__main__":
    main()
