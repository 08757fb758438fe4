// A turn of the conversation: the question with its letter in the margin, and what came of it.

import { button, make } from "./dom.js";

/** A question with what was asked before it elsewhere (`linked`), and its answer, error or wait. */
export function turnView({ question, linked }, view, words) {
  const asked = make("div", {}, make("p", { class: "question" }, make("span", { class: "unseen" }, words.asked), question));
  if (linked?.length) asked.append(make("p", { class: "earlier" }, words.after, linked.join(" / ")));
  return make(
    "section",
    { class: "turn", tabindex: "-1" },
    make("div", { class: "said-by" }, letter("who", words.who.question), asked),
    make("div", { class: "said-by" }, letter("who answer-letter", words.who.answer), view),
  );
}

function letter(kind, text) {
  return make("span", { class: kind, "aria-hidden": "true" }, text);
}

/** That the report is being read. */
export function waitingView(text) {
  return make("p", { class: "waiting" }, text);
}

/** What went wrong, and a way to try again: at once, or when the service said so. */
export function failureView({ code, wait, retry }, words) {
  const again = button("retry", words.retry, retry);
  if (wait) countDown(again, wait, words);
  const said = make("p", {}, words.errors[code] ?? words.errors.failed);
  return make("div", { class: "failure", role: code === "canceled" ? "status" : "alert", "data-code": code }, said, again);
}

function countDown(again, wait, words) {
  const end = Date.now() + wait * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    again.disabled = left > 0;
    again.textContent = left > 0 ? words.retryIn(left) : words.retry;
    if (left > 0) setTimeout(tick, 1000);
  };
  tick();
}
