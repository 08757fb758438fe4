"""`Ask`: a request to the library, within the contract's bounds."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.errors import QuestionRejected
from report_qa.questions.question import Language

MAX_QUESTION, MAX_HISTORY, MAX_TOP_K = 1_000, 20, 20


@dataclass(frozen=True, slots=True)
class Ask:
    """A question (1 to 1,000 code points, not all white space) and what goes with it.

    `history` holds the earlier questions of the conversation, oldest first. `report` asks one report only; `lang` is the language
    of the answer, None for that of the question's. At most `top_k` passages are returned.

    Raises:
        QuestionRejected: outside these bounds, or with a lone surrogate in it.
    """

    question: str
    history: tuple[str, ...] = ()
    report: str | None = None
    lang: Language | None = None
    top_k: int = 5

    def __post_init__(self) -> None:
        check_question(self.question)
        check_top_k(self.top_k)
        if len(self.history) > MAX_HISTORY:
            raise QuestionRejected(
                f"The history has {len(self.history)} questions.", f"Send the last {MAX_HISTORY} at most."
            )
        for earlier in self.history:
            _check_text(earlier)


def check_question(question: str) -> None:
    """Refuse a question outside the contract's bounds.

    Raises:
        QuestionRejected: empty, all white space, too long, or with a lone surrogate in it.
    """
    if not question.strip():
        raise QuestionRejected("The question is empty.", "Type a question.")
    if len(question) > MAX_QUESTION:
        raise QuestionRejected(
            f"The question has {len(question)} characters.", f"Ask in {MAX_QUESTION:,} characters or fewer."
        )
    _check_text(question)


def check_top_k(top_k: int) -> None:
    """Refuse a number of passages outside 1 to 20.

    Raises:
        QuestionRejected: it is.
    """
    if not 1 <= top_k <= MAX_TOP_K:
        raise QuestionRejected(f"top_k is {top_k}.", f"Ask for 1 to {MAX_TOP_K} passages.")


def _check_text(text: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise QuestionRejected("The text holds half of a character (a lone surrogate).", "Send well-formed Unicode.")
