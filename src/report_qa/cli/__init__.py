"""The command `report-qa`."""

from report_qa.cli.app import main, run

__all__ = ["main", "run"]
