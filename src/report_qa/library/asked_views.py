"""`AskedViews`: the reports asked last, each with what answering worked out of its words."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from report_qa.answers.view import ReportView

MOST = 64  # reports; what is worked out of one takes about 3 MB, and a tenth of a second to work out again


class AskedViews:
    """Views of at most `MOST` reports, those asked last; the memory of a large library stays bounded.

    A view works out its words when it is first asked and keeps them. Here it does so in a copy, which is let go with them.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._views: OrderedDict[str, ReportView] = OrderedDict()

    def __len__(self) -> int:
        return len(self._views)

    def of(self, view: ReportView) -> ReportView:
        """The view to ask a report in: the copy of it that was asked before, or a new one."""
        with self._lock:
            known = self._views.get(view.report)
            if known is None or known.document is not view.document:
                known = self._views[view.report] = replace(view)
            self._views.move_to_end(view.report)
            while len(self._views) > self._most:
                self._views.popitem(last=False)
            return known
