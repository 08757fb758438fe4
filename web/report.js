// The source's page: what the address names is marked, on load and afterwards.

import { markedBy, placesOf } from "./places.js";
import { Reader } from "./reader.js";

const reader = new Reader(document.querySelector(".reader"), {
  go: (fragment) => {
    if (fragment === location.hash) show();
    else location.hash = fragment;
  },
  address: () => location.href,
  scroller: null,
});

function show() {
  const marked = markedBy(location.hash);
  if (!marked) return reader.clear();
  if (!marked.places.length) opened(marked);
  reader.show(marked);
}

/** The places that the page was opened with belong to the marked lines as long as these begin where they do. */
function opened(marked) {
  const places = placesOf(new URLSearchParams(location.search).get("at"));
  if (places[0]?.line !== marked.first) return;
  marked.places = places;
  marked.last = Math.max(marked.last, ...places.map((place) => place.line));
}

/** Links that show the same page otherwise keep the marked lines. */
function keepPlace() {
  for (const link of document.querySelectorAll("#language, .keeps-place")) {
    const address = new URL(link.href);
    address.hash = location.hash;
    link.href = address.href;
  }
}

addEventListener("hashchange", () => {
  show();
  keepPlace();
});
if (location.hash) show();
// The browser's own way to a fragment takes the focus from the line once the page is there.
addEventListener("load", () => setTimeout(() => document.activeElement === document.body && reader.focus()));
keepPlace();
