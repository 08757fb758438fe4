// A reply of the API as DOM. Every text is set as text, never as markup; places are the service's own.

import { toolsView } from "./answer-tools.js";
import { citationsView, markView, relatedView } from "./citation-view.js";
import { button, make, printed, shown, titled } from "./dom.js";
import { opinionView } from "./opinion-view.js";

/**
 * The answer's element.
 * @param {object} reply the API's response
 * @param {object} tools `words`; `address(url)`, `title(report)`, `lastLine(report)`, `lines(report, first, last)`,
 *   `contact` (a promise); `onAsk(question)`, `onCite(event, citation, address)`, `onOpinion(useful, reason)`; `texts`
 */
export function answerView(reply, tools) {
  const { words } = tools;
  const citations = reply.citations.map((citation) => ({ ...citation, marks: marksOf(citation, reply.figures) }));
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const head = words.heads[reply.status] ?? (reply.status === "not_found" ? words.heads[reply.reason ?? "not_in_report"] : null);
  const small = reply.status === "smalltalk";
  return make(
    "article",
    { class: "answer", "data-status": reply.status },
    head && make("p", { class: "head" }, head),
    make("p", { class: "text" }, markedText(reply.answer, byNumber, tools)),
    figuresView(reply, byNumber, tools),
    derivedView(reply.derived, words),
    reply.status === "not_found" && contactView(tools),
    citationsView(citations, tools),
    relatedView(reply.nearest, tools),
    small ? null : make("div", { class: "foot" }, toolsView(tools.texts, words), opinionView(words, tools.onOpinion)),
    suggestionsView(reply.suggestions, words.more, tools.onAsk),
  );
}

/** Questions as buttons under a title; null where there are none. */
export function suggestionsView(questions, title, onAsk) {
  if (!questions.length) return null;
  const item = (question) => make("li", {}, button("suggestion", question, () => onAsk(question)));
  return titled("suggestions", title, make("ul", {}, questions.map(item)));
}

/** Where the answer's own figures stand in a citation. */
function marksOf(citation, figures) {
  return figures.filter((figure) => figure.citation === citation.n).flatMap((figure) => figure.places);
}

/** The answer's words, the marks `[1]` made into links to the lines that they stand for. */
function markedText(text, byNumber, tools) {
  return text.split(/(\[\d+\])/).map((piece) => {
    const citation = byNumber.get(Number(/^\[(\d+)\]$/.exec(piece)?.[1]));
    return citation ? markView(citation, tools) : piece;
  });
}

/** The figures, set apart: one under the other, or, where the question is open, its readings side by side. */
function figuresView(reply, byNumber, tools) {
  if (!reply.figures.length) return null;
  const open = reply.status === "clarify";
  const item = (figure) => {
    const citation = byNumber.get(figure.citation);
    return make(
      "li",
      {},
      printed("span", { class: "amount" }, amountViews(figure)),
      printed("span", { class: "what" }, [figure.metric, figure.change].filter(Boolean).join(" ")),
      figure.period && printed("span", { class: "when" }, periodText(figure.period)),
      figure.status && stampView(figure.status, tools.words),
      citation && markView(citation, tools),
    );
  };
  const { readings, figures } = tools.words;
  return make("ul", { class: open ? "readings" : "figures", "aria-label": open ? readings : figures }, reply.figures.map(item));
}

/** A figure as printed, its number large; a qualifier that stands apart from the number in the source is put before it. */
function amountViews({ text, qualifier }) {
  const [, before, number, after] = /^(\D*)(\d(?:[\d.,，—–~～-]*\d)?)(.*)$/su.exec(text) ?? [text, "", text, ""];
  const apart = qualifier && !text.includes(qualifier) ? make("span", { class: "apart" }, qualifier) : null;
  const rest = (words) => words && make("span", { class: "unit" }, words);
  return [apart, rest(before), make("span", { class: "digits" }, number), rest(after)];
}

/** A period as the report names it, with its years where the name leaves them out. */
function periodText({ label, start, end }) {
  const years = start === end ? start : `${start}—${end}`;
  return !start || label.includes(start) || label.includes(end) ? label : `${label}（${years}）`;
}

/** Done or promised, by its word and by its shape. */
function stampView(status, words) {
  return make("span", { class: `stamp ${status}` }, words[status]);
}

function derivedView(records, words) {
  if (!records.length) return null;
  const item = ({ text, formula }) =>
    make(
      "li",
      {},
      make("span", { class: "amount" }, text),
      make("span", { class: "what" }, formula === null ? words.counted : `${words.computed}: ${formula}`),
    );
  return make("ul", { class: "derived" }, records.map(item));
}

/** Whom to ask instead, once that is known. What in it is an address, an e-mail address or a number to call can be pressed. */
function contactView({ contact, words }) {
  const view = make("p", { class: "contact", hidden: true });
  void contact.then((text) => {
    if (!text) return;
    const pieces = text.split(/(https?:\/\/[^\s，。；）)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d-]{3,}\d)/);
    view.append(words.contact, ...pieces.map((piece, i) => (i % 2 ? make("a", { href: contactAddress(piece) }, piece) : shown(piece))));
    view.hidden = false;
  });
  return view;
}

function contactAddress(text) {
  if (text.startsWith("http")) return text;
  return text.includes("@") ? `mailto:${text}` : `tel:${text}`;
}
