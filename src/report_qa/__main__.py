"""`python -m report_qa`: the same as the command `report-qa`."""

from __future__ import annotations

from report_qa.cli import main

if __name__ == "__main__":
    main()
