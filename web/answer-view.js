// A reply of the API as DOM. Every text is set as text, never as markup; places are the service's own, nothing is counted here.

/** An element with properties (`class`, `dataset`, attributes) and children; null children are left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * The answer's element.
 * @param {object} reply the API's response
 * @param {{words: object, address: (url: string) => string|null, manyReports: boolean, onCite: Function, onAsk: Function,
 *          onOpinion: Function|null}} tools
 */
export function answerView(reply, tools) {
  const { words } = tools;
  const heads = { not_found: words.notFound, clarify: words.clarify };
  return make(
    "article",
    { class: "answer", "data-status": reply.status },
    heads[reply.status] ? make("p", { class: `head ${reply.status}` }, heads[reply.status]) : null,
    make("p", { class: "text" }, ...markedText(reply, tools)),
    list(reply.figures, (items) => make("ul", { class: "figures", "aria-label": words.figures }, ...items), (figure) =>
      figureView(figure, reply, tools),
    ),
    list(reply.derived, (items) => make("ul", { class: "derived" }, ...items), (derived) => derivedView(derived, words)),
    list(reply.citations, (items) => titled("citations", words.sources, make("ol", {}, ...items)), (citation) =>
      citationView(citation, tools),
    ),
    list(reply.nearest, (items) => titled("related", words.related, make("ul", {}, ...items)), (passage) =>
      passageView(passage, tools),
    ),
    suggestionsView(reply.suggestions, words.more, tools.onAsk),
    tools.onOpinion && reply.status !== "smalltalk" ? opinionView(words, tools.onOpinion) : null,
  );
}

/** Questions as buttons under a title; null where there are none. */
export function suggestionsView(questions, title, onAsk) {
  const button = (question) =>
    make("li", {}, make("button", { type: "button", class: "suggestion", onclick: () => onAsk(question) }, question));
  return list(questions, (items) => titled("suggestions", title, make("ul", {}, ...items)), button);
}

function list(records, wrap, view) {
  return records.length ? wrap(records.map(view)) : null;
}

function titled(kind, title, content) {
  return make("div", { class: kind, role: "group", "aria-label": title }, make("p", { class: "title" }, title), content);
}

/** The answer's text, its marks `[1]` made into links to the lines that they stand for. */
function markedText(reply, tools) {
  const known = new Map(reply.citations.map((citation) => [citation.n, citation]));
  return reply.answer.split(/(\[\d+\])/).map((piece) => {
    const citation = known.get(Number(/^\[(\d+)\]$/.exec(piece)?.[1]));
    return citation ? markView(citation, tools) : piece;
  });
}

function markView(citation, tools) {
  const label = tools.words.cite(citation.n, citation.line_start, citation.line_end);
  return link(citation, tools, { class: "mark", "aria-label": label, title: citation.quote }, `[${citation.n}]`);
}

function link(citation, tools, properties, text) {
  const href = tools.address(citation.url);
  return make("a", { ...properties, href, onclick: (event) => tools.onCite(event, citation) }, text);
}

function figureView(figure, reply, tools) {
  const { words } = tools;
  const citation = reply.citations.find((one) => one.n === figure.citation);
  const what = [figure.metric, figure.change].filter(Boolean).join(" ");
  return make(
    "li",
    {},
    make("span", { class: "amount" }, figure.text),
    make("span", { class: "what" }, what),
    make(
      "span",
      { class: "when" },
      figure.period?.label ?? null,
      figure.status ? make("span", { class: `tag ${figure.status}` }, words[figure.status]) : null,
      citation ? markView(citation, tools) : null,
    ),
  );
}

function derivedView(derived, words) {
  const how = derived.formula === null ? words.counted : words.computed;
  return make(
    "li",
    {},
    make("span", { class: "amount" }, derived.text),
    make("span", { class: "what" }, derived.formula === null ? how : `${how}: ${derived.formula}`),
  );
}

function citationView(citation, tools) {
  const { words } = tools;
  const lines = words.lines(citation.line_start, citation.line_end) + (citation.page ? words.page(citation.page) : "");
  const where = [tools.manyReports ? citation.title ?? citation.report : null, ...citation.section].filter(Boolean);
  return make(
    "li",
    { value: citation.n },
    make("blockquote", {}, citation.quote),
    make("p", { class: "where" }, link(citation, tools, { "data-n": citation.n }, lines), ...where.map(step)),
  );
}

function passageView(passage, tools) {
  const { words } = tools;
  const marks = passage.line_start === passage.line_end ? "" : `-L${passage.line_end}`;
  const url = `/reports/${encodeURIComponent(passage.report)}#L${passage.line_start}${marks}`;
  const lines = words.lines(passage.line_start, passage.line_end);
  return make(
    "li",
    {},
    make("blockquote", {}, passage.text),
    make("p", { class: "where" }, link({ ...passage, url }, tools, {}, lines), ...passage.section.map(step)),
  );
}

function step(heading) {
  return make("span", { class: "step" }, heading);
}

function opinionView(words, onOpinion) {
  const box = make("div", { class: "opinion", role: "group", "aria-label": words.feedback });
  const give = async (useful) => {
    for (const button of box.querySelectorAll("button")) button.disabled = true;
    const kept = await onOpinion(useful).catch(() => false);
    box.replaceChildren(make("span", { role: "status" }, kept ? words.thanks : words.notKept));
  };
  const button = (useful, text) => make("button", { type: "button", onclick: () => give(useful) }, text);
  box.append(make("span", {}, words.feedback), button(true, words.useful), button(false, words.useless));
  return box;
}
