// Elements without markup: every text of a person, a report or the service reaches the page through `make`, as text.

const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that cannot turn round what it stands in: a control of writing direction is shown as the sign for what has no sign. */
export function shown(text) {
  return String(text).replace(CONTROLS, "\ufffd");
}

/** An element with attributes (`on…` are listeners) and children; what is null, undefined or false is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : shown(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : shown(child));
  }
  return element;
}

/** The same in the language of the reports, for the right letters and the right voice, whatever the page speaks. */
export function printed(tag, attributes, ...children) {
  return make(tag, { lang: "zh-CN", ...attributes }, ...children);
}

/** A button that submits nothing: a sandboxed frame may not. */
export function button(kind, text, onclick, attributes = {}) {
  return make("button", { type: "button", class: kind, onclick, ...attributes }, text);
}

/** A titled group. */
export function titled(kind, title, ...content) {
  return make("div", { class: kind, role: "group", "aria-label": title }, make("p", { class: "title" }, title), ...content);
}
