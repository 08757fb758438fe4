// The source page: marks the lines that the address names, `#L66` or `#L66-L68`, and scrolls to them.

const MARKED = "marked";
const CITED = "cited";

/** First and last line of an address's fragment, in rising order, or null. */
function linesOf(fragment) {
  const match = /^#L(\d+)(?:-L?(\d+))?$/.exec(fragment);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last ? [first, last] : [last, first];
}

function mark() {
  for (const line of document.querySelectorAll(`.line.${MARKED}`)) {
    line.classList.remove(MARKED);
    line.removeAttribute("aria-current");
  }
  CSS.highlights?.delete(CITED);
  const lines = linesOf(location.hash);
  if (!lines) return;
  const [first, last] = lines;
  let top = null;
  for (const line of document.querySelectorAll(".line")) {
    const number = Number(line.id.slice(1));
    if (number < first || number > last) continue;
    line.classList.add(MARKED);
    line.setAttribute("aria-current", "true");
    top ??= line;
  }
  if (!top) return;
  top.scrollIntoView({ block: top.offsetHeight > innerHeight / 2 ? "start" : "center" });
  top.querySelector(".number").focus({ preventScroll: true });
  point();
}

/** The cited words within the marked lines, where the reader came here by a citation of this site. */
function point() {
  const ranges = citedPlaces().map(rangeOf).filter(Boolean);
  CSS.highlights?.set(CITED, new Highlight(...ranges));
  const seen = ranges[0]?.getBoundingClientRect();
  if (seen && (seen.top < 0 || seen.bottom > innerHeight)) scrollBy({ top: seen.top - innerHeight / 3 });
}

/** The places of the citation that leads to this very address; none where it was reached otherwise. */
function citedPlaces() {
  try {
    const cited = JSON.parse(sessionStorage.getItem("report-qa cited"));
    return cited && new URL(cited.url).href === location.href ? cited.places : [];
  } catch {
    return [];
  }
}

/** A place as a range of the page: the service counts columns in code points, the page in UTF-16 units. */
function rangeOf(place) {
  const text = document.querySelector(`#L${place.line} .text`);
  if (!text) return null;
  const range = document.createRange();
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let column = 0;
  while (nodes.nextNode()) {
    let unit = 0;
    for (const character of nodes.currentNode.data) {
      if (column === place.column_start) range.setStart(nodes.currentNode, unit);
      column += 1;
      unit += character.length;
      if (column === place.column_end) {
        range.setEnd(nodes.currentNode, unit);
        return range;
      }
    }
  }
  return null;
}

/** The other language keeps the marked lines. */
function keepPlace() {
  const language = document.getElementById("language");
  const address = new URL(language.href);
  address.hash = location.hash;
  language.href = address.href;
}

addEventListener("hashchange", () => {
  mark();
  keepPlace();
});
mark();
keepPlace();
