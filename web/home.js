// The first page: a citation opens the source beside the conversation, at once, without leaving it.

import { markedBy } from "./places.js";
import { Reader } from "./reader.js";

const pane = document.getElementById("pane");
const body = pane.querySelector(".pane-body");
const wide = matchMedia("(min-width: 64rem)");
const readers = new Map(); // by the address of the report's page: a promise of {reader, element}
let opener = null;
let shown = null;

/** The source's page without its fragment. */
function pageOf(url) {
  const address = new URL(url, location.href);
  address.hash = "";
  address.search = "";
  return address;
}

/** Fetch a report's page once, and keep its reader. */
async function load(url) {
  const page = pageOf(url);
  if (page.origin !== location.origin) throw new Error("elsewhere");
  if (!readers.has(page.href)) {
    const promise = fetchReader(page).catch((error) => {
      readers.delete(page.href);
      throw error;
    });
    readers.set(page.href, promise);
    promise.catch(() => {});
  }
  return readers.get(page.href);
}

async function fetchReader(page) {
  const response = await fetch(page);
  if (!response.ok) throw new Error(String(response.status));
  const read = new DOMParser().parseFromString(await response.text(), "text/html");
  const element = document.importNode(read.querySelector(".reader"), true);
  const reader = new Reader(element, {
    go: (fragment) => point(page, reader, fragment),
    address: () => pane.querySelector(".pane-open").href,
    scroller: element.querySelector(".print"),
  });
  if (!shown) put(element); // where it waits, not in sight, to be opened at once
  return { element, reader };
}

function point(page, reader, fragment) {
  pane.querySelector(".pane-open").href = page.href + fragment;
  const marked = markedBy(fragment);
  if (marked) reader.show(marked);
}

function put(element) {
  body.replaceChildren(element);
  shown = element;
  pane.querySelector(".pane-name").textContent = element.dataset.title;
}

async function open(url) {
  const page = pageOf(url);
  if (!pane.open) {
    if (wide.matches) pane.show();
    else pane.showModal();
  }
  fit();
  if (!body.childElementCount) body.textContent = pane.dataset.waiting;
  try {
    const { element, reader } = await load(page);
    if (shown !== element) put(element);
    point(page, reader, new URL(url, location.href).hash);
  } catch {
    shown = null;
    const link = document.createElement("a");
    link.href = url;
    link.textContent = pane.dataset.unreachable;
    body.replaceChildren(link);
  }
}

/** Beside the conversation the pane reaches to the window's lower edge, wherever the page is scrolled to. */
function fit() {
  const beside = pane.open && wide.matches;
  pane.style.height = beside ? `${innerHeight - Math.max(0, pane.getBoundingClientRect().top)}px` : "";
}

function close() {
  if (pane.open) pane.close();
  opener?.focus?.();
  opener = null;
}

document.addEventListener("report-qa-answer", ({ detail }) => {
  const [first] = detail.reply.citations;
  if (first) setTimeout(() => load(first.url).catch(() => {})); // who wants to see it will have a link
});
document.addEventListener("report-qa-cite", (event) => {
  const { citation, url, link } = event.detail;
  const address = url ?? citation.url;
  if (!address || pageOf(address).origin !== location.origin) return;
  event.preventDefault();
  opener = link ?? event.target;
  void open(address);
});
pane.querySelector(".pane-close").addEventListener("click", close);
pane.addEventListener("cancel", (event) => {
  event.preventDefault();
  close();
});
pane.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) close();
});
wide.addEventListener("change", () => {
  if (!pane.open) return;
  pane.close();
  if (wide.matches) pane.show();
  else pane.showModal();
  fit();
});
for (const moved of ["scroll", "resize"]) addEventListener(moved, () => requestAnimationFrame(fit), { passive: true });
