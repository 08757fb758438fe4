// The source page: marks the lines that the address names, `#L66` or `#L66-L68`, and scrolls to them.

const MARKED = "marked";

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
}

/** The other language keeps the marked lines; "back" goes back to the conversation where one was left. */
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
