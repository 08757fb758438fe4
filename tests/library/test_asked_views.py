"""Views of the reports asked last."""

from __future__ import annotations

from dataclasses import replace

from report_qa.library.asked_views import AskedViews
from tests.answers.conftest import make_view


def test_the_reports_asked_last_are_kept_and_no_more() -> None:
    view = make_view()
    views = AskedViews(most=2)
    first, second, third = (replace(view, report=name) for name in ("甲", "乙", "丙"))
    kept = views.of(first)
    assert kept.metrics is views.of(first).metrics
    assert "metrics" not in vars(first)  # the report as it is open stays as small as it was
    views.of(second)
    assert views.of(first) is kept
    views.of(third)
    assert len(views) == 2
    assert views.of(first) is kept
    assert views.of(second) is not None


def test_a_report_read_again_gets_a_new_view() -> None:
    views, one, other = AskedViews(), make_view(), make_view()
    assert views.of(one).document is one.document
    assert views.of(other).document is other.document
