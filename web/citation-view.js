// Citations and passages as DOM: a mark in the words, a note under the answer, and the lines themselves as they are printed.

import { make, printed, titled } from "./dom.js";
import { excerptView } from "./source-excerpt.js";
import { placesText } from "./reference.js";

/** The link of a citation: to its lines, with the places to mark in them, where its address is one of the web. */
export function citationAddress(citation, tools) {
  const href = tools.address(citation.url);
  const places = citation.marks?.length ? citation.marks : citation.places;
  return href && places?.length ? `${href}${href.includes("#") ? "&" : "#"}at=${placesText(places)}` : href;
}

/** A citation's mark `[1]`, a link to the lines that it stands for. */
export function markView(citation, tools) {
  const label = tools.words.cite(citation.n, citation.line_start, citation.line_end);
  return link(citation, tools, { class: "mark", "aria-label": label, title: citation.quote }, `[${citation.n}]`);
}

/** The notes under an answer; null where there are none. */
export function citationsView(citations, tools) {
  if (!citations.length) return null;
  const note = (citation) =>
    make("li", { value: citation.n }, printed("blockquote", {}, citation.quote), ...whereViews(citation, tools));
  return titled("citations", tools.words.sources, make("ol", {}, citations.map(note)));
}

/** Passages that are no answer, and are called so. */
export function relatedView(passages, tools) {
  if (!passages.length) return null;
  const note = (passage) => {
    const last = passage.line_start === passage.line_end ? "" : `-L${passage.line_end}`;
    const url = `/reports/${encodeURIComponent(passage.report)}#L${passage.line_start}${last}`;
    return make("li", {}, printed("blockquote", {}, passage.text), ...whereViews({ ...passage, url, places: [] }, tools));
  };
  return titled("related", tools.words.related, make("ul", {}, passages.map(note)));
}

function whereViews(citation, tools) {
  const { words } = tools;
  const lines = words.lines(citation.line_start, citation.line_end);
  const page = citation.page ? words.page(citation.page) : "";
  const title = tools.title(citation.report) ?? citation.title ?? citation.report;
  const steps = [title, ...citation.section].map((step, i) => printed("span", { class: i ? "step" : "step of-report" }, step));
  const [button, excerpt] = excerptView(citation, tools);
  return [make("p", { class: "where" }, link(citation, tools, { "data-n": citation.n }, lines + page), button, steps), excerpt];
}

function link(citation, tools, attributes, text) {
  const href = citationAddress(citation, tools);
  const away = href && new URL(href).origin !== location.origin ? { target: "_blank", rel: "noopener" } : {};
  const follow = (event) => tools.onCite(event, citation, href);
  return make("a", { ...attributes, ...away, href, onclick: href && follow }, text);
}
