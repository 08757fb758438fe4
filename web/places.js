// Places in a source: lines from 1, columns in code points from 0, half-open; as addresses write them, and as ranges of the page.

/** `66:24-28,67:0-2` (also with spaces or +) as places; what is none is left out. */
export function placesOf(text) {
  const found = String(text ?? "").matchAll(/(\d+):(\d+)-(\d+)/g);
  return [...found].map(([, line, start, end]) => ({ line: +line, column_start: +start, column_end: +end }));
}

/** What an address's fragment marks: `#L66-L68&at=66:24-28` as `{first, last, places}`, or null. */
export function markedBy(fragment) {
  const [lines, ...more] = fragment.replace(/^#/, "").split("&");
  const match = /^L(\d+)(?:-L?(\d+))?$/.exec(lines);
  if (!match) return null;
  const bounds = [Number(match[1]), Number(match[2] ?? match[1])].sort((one, other) => one - other);
  const at = more.find((part) => part.startsWith("at="));
  return { first: bounds[0], last: bounds[1], places: at ? placesOf(decodeURIComponent(at.slice(3))) : [] };
}

/** The fragment of lines and places, as `markedBy` reads it. */
export function fragmentOf(first, last, places = []) {
  const at = places.map((place) => `${place.line}:${place.column_start}-${place.column_end}`).join(",");
  return `#L${first}${last === first ? "" : `-L${last}`}${at ? `&at=${at}` : ""}`;
}

/** A place as a range of the page, or null; `element` holds the line's text and nothing else. */
export function rangeOf(place, element) {
  if (!element) return null;
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let column = 0;
  let begun = false;
  while (nodes.nextNode()) {
    let unit = 0;
    for (const character of nodes.currentNode.data) {
      if (!begun && column === place.column_start) {
        range.setStart(nodes.currentNode, unit);
        begun = true;
      }
      column += 1;
      unit += character.length;
      if (column === place.column_end) {
        if (begun) range.setEnd(nodes.currentNode, unit);
        return begun ? range : null;
      }
    }
  }
  return null;
}
