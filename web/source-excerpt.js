// The lines of a citation as they are printed: numbered, the quoted words and the figures marked in them by the service's
// places. The service counts columns in code points, and so is counted here.

import { button, make, printed } from "./dom.js";

const AROUND = 1; // lines shown before and after
const LONG = 300; // code points; of a longer line (a report may be one) only what lies near the marks is shown
const NEAR = 80;

/** A button, and the excerpt that it opens and closes; the lines are fetched when they are first wanted. */
export function excerptView(citation, tools) {
  const { words } = tools;
  const box = make("div", { class: "excerpt", hidden: true, role: "group" });
  box.setAttribute("aria-label", words.excerptOf(words.lines(citation.line_start, citation.line_end)));
  const toggle = button("look", words.excerpt, () => {
    box.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden && !box.firstChild) void fill(box, citation, tools);
  });
  toggle.setAttribute("aria-expanded", "false");
  return [toggle, box];
}

async function fill(box, citation, tools) {
  const last = Math.min(citation.line_end + AROUND, tools.lastLine(citation.report) ?? citation.line_end);
  try {
    const lines = await tools.lines(citation.report, Math.max(1, citation.line_start - AROUND), last);
    box.replaceChildren(...lines.map((line) => lineView(line, citation)));
  } catch {
    box.replaceChildren(make("p", { role: "status" }, tools.words.excerptFailed));
  }
}

function lineView({ line, text }, citation) {
  const cited = line >= citation.line_start && line <= citation.line_end;
  const row = make("p", { class: cited ? "line cited" : "line" }, make("span", { class: "number" }, line));
  row.append(printed("span", { class: "print" }, ...pieces(Array.from(text), kinds(line, citation))));
  return row;
}

/** The places of a line, as `[start, end, kind]`. */
function kinds(line, citation) {
  const of = (places, kind) =>
    (places ?? []).filter((place) => place.line === line).map((place) => [place.column_start, place.column_end, kind]);
  return [...of(citation.places, "quoted"), ...of(citation.marks, "figure")];
}

function pieces(points, spans) {
  const kindAt = Array(points.length).fill(null);
  for (const [start, end, kind] of spans) kindAt.fill(kind, start, end);
  const [from, to] = near(points.length, spans);
  const views = from > 0 ? ["…"] : [];
  for (let start = from, at = from; at < to; start = at) {
    while (at < to && kindAt[at] === kindAt[start]) at += 1;
    const words = points.slice(start, at).join("");
    views.push(kindAt[start] === null ? words : make(kindAt[start] === "figure" ? "mark" : "span", { class: kindAt[start] }, words));
  }
  return to < points.length ? [...views, "…"] : views;
}

function near(length, spans) {
  if (length <= LONG) return [0, length];
  if (!spans.length) return [0, LONG];
  const from = Math.min(...spans.map(([start]) => start)) - NEAR;
  const to = Math.max(...spans.map(([, end]) => end)) + NEAR;
  return [Math.max(0, from), Math.min(length, to)];
}
