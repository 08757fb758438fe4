// The source with its tools: marks lines and characters, steps through figures, says what else stands on a line.

import { fill, Find } from "./find.js";
import { fragmentOf, placesOf, rangeOf } from "./places.js";

const SETTLE = 3; // frames in which sheets that come into sight may still move what is shown

export class Reader {
  #marked = [];
  #bounds = null;
  #spot = -1;

  /**
   * @param {Element} root the `.reader` as the service sends it
   * @param {{go: (fragment: string) => void, address: (fragment: string) => string, scroller: Element|null}} place
   *   `go` follows a fragment, `address` is a line's full address, `scroller` scrolls (null: the page itself)
   */
  constructor(root, place) {
    this.root = root;
    this.place = place;
    this.words = root.dataset;
    this.spots = JSON.parse(root.querySelector(".spots").textContent).map(([at, figures]) => ({ places: placesOf(at), figures }));
    root.querySelector(".here").open = !place.scroller && matchMedia("(min-width: 64rem)").matches;
    this.find = new Find(root.querySelector(".print"), root.querySelector(".find"), this.words, (range) => this.#bring(range));
    root.querySelector(".figure-next").addEventListener("click", () => this.#step(1));
    root.querySelector(".figure-previous").addEventListener("click", () => this.#step(-1));
    root.querySelector(".copy").addEventListener("click", () => this.#copy());
    root.querySelector(".print").addEventListener("click", (event) => this.#follow(event));
    root.dataset.ready = "";
  }

  line(number) {
    return this.root.querySelector(`#L${number}`);
  }

  text(number) {
    return this.line(number)?.querySelector(".t") ?? null;
  }

  /** Mark lines and the characters at places, bring them into sight, and give the first line's number the focus. */
  show({ first, last, places }) {
    this.clear();
    this.#bounds = [first, last];
    for (let number = first; number <= last; number += 1) {
      const line = this.line(number);
      if (!line) break;
      line.classList.add("marked");
      line.setAttribute("aria-current", "true");
      this.#marked.push(line);
    }
    if (!this.#marked.length) return;
    const ranges = places.map((one) => rangeOf(one, this.text(one.line))).filter(Boolean);
    CSS.highlights?.set("cited", new Highlight(...ranges));
    this.#spot = this.#spotAt(places, first);
    this.focus();
    this.#bring(ranges[0] ?? this.#marked[0], this.#marked[0]);
    this.#tell(first, last, places);
  }

  /** Give the first marked line's number the focus. */
  focus() {
    this.#marked[0]?.querySelector(".n").focus({ preventScroll: true });
  }

  /** Take all marks away. */
  clear() {
    for (const line of this.root.querySelectorAll(".marked")) {
      line.classList.remove("marked");
      line.removeAttribute("aria-current");
    }
    this.#marked = [];
    CSS.highlights?.delete("cited");
  }

  #follow(event) {
    const number = event.target.closest("a.n");
    const figure = event.target.closest("[data-f]");
    if (number) {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      const line = Number(number.textContent);
      const [from, to] = event.shiftKey && this.#bounds ? this.#bounds : [line, line];
      this.place.go(fragmentOf(Math.min(from, line), event.shiftKey ? Math.max(to, line) : line));
    } else if (figure && getSelection().isCollapsed) {
      this.#go(Number(figure.dataset.f));
    }
  }

  #step(by) {
    if (!this.spots.length) return;
    let next = this.#spot + by;
    if (this.#spot < 0) {
      const from = this.#bounds?.[0] ?? this.#topLine();
      next = this.spots.findIndex((spot) => spot.places[0].line >= from);
      if (next < 0) next = this.spots.length;
      if (by < 0) next -= 1;
    }
    this.#go((next + this.spots.length) % this.spots.length);
  }

  #go(index) {
    const { places } = this.spots[index];
    this.place.go(fragmentOf(places[0].line, places.at(-1).line, places));
  }

  #spotAt(places, first) {
    const [place] = places;
    if (!place) return -1;
    return this.spots.findIndex(
      (spot) => spot.places[0].line === place.line && spot.places[0].column_start < place.column_end && place.column_start < spot.places[0].column_end,
    );
  }

  /** The first line in sight. */
  #topLine() {
    const top = this.#top();
    const at = this.root.querySelector(".print").getBoundingClientRect();
    const seen = document.elementsFromPoint(at.left + 60, Math.max(top + 8, at.top + 8)).find((one) => one.closest?.(".line"));
    return seen ? Number(seen.closest(".line").id.slice(1)) : 1;
  }

  /** Where the lines in sight begin: below the tools, which stay at the window's top. */
  #top() {
    return this.place.scroller?.getBoundingClientRect().top ?? this.root.querySelector(".tools").offsetHeight;
  }

  /** Scroll so that a range or line stands a third below the top; again while sheets above it take their height. */
  #bring(target, line = null, again = SETTLE) {
    const scroller = this.place.scroller;
    const view = scroller?.clientHeight ?? innerHeight - this.#top();
    const wanted = this.#top() + view * 0.32;
    const box = target.getBoundingClientRect();
    const start = line ? Math.max(line.getBoundingClientRect().top, box.top - view * 0.3) : box.top;
    if (again < SETTLE && Math.abs(start - wanted) < 4) return;
    if (again === SETTLE && start >= this.#top() + 8 && box.bottom <= this.#top() + view - 24) return;
    (scroller ?? window).scrollBy({ top: start - wanted, behavior: "instant" });
    if (again > 0) requestAnimationFrame(() => this.#bring(target, line, again - 1));
  }

  /** What stands on the marked lines, in words: their section, their figures, a link to copy. */
  #tell(first, last, places) {
    const here = this.root.querySelector(".here");
    const body = here.querySelector(".here-body");
    here.querySelector(".here-empty").hidden = true;
    here.querySelector(".here-link").hidden = false;
    here.querySelector(".copied").textContent = "";
    here.querySelector(".here-lines").textContent = fill(this.words.hereLines, first === last ? first : `${first}–${last}`);
    const spots = this.spots.filter((spot) => spot.places.some((place) => place.line >= first && place.line <= last));
    const list = document.createElement("ul");
    for (const spot of spots) {
      const now = places.some((one) => spot.places.some((other) => other.line === one.line && other.column_start < one.column_end && one.column_start < other.column_end));
      for (const figure of spot.figures) list.append(this.#figure(figure, now));
    }
    const none = document.createElement("p");
    none.lang = document.documentElement.lang;
    none.textContent = this.words.hereNone;
    body.replaceChildren(...this.#section(first), spots.length ? list : none);
  }

  #section(first) {
    let found = null;
    for (const heading of this.root.querySelectorAll(".line.heading")) {
      if (Number(heading.id.slice(1)) > first) break;
      found = heading;
    }
    if (!found) return [];
    const said = document.createElement("p");
    said.className = "here-section";
    said.textContent = found.querySelector(".margin b").textContent;
    return [said];
  }

  #figure([text, metric, change, period, status, , contradicts], now) {
    const item = document.createElement("li");
    if (now) item.className = "now";
    const part = (tag, words, name = "") => {
      if (!words) return;
      const element = document.createElement(tag);
      element.className = name;
      element.textContent = words;
      item.append(element);
    };
    part("span", metric);
    part("span", change, "change");
    part("b", text);
    part("span", period, "when");
    if (status) part("span", this.words[status], `tag ${status}`);
    if (contradicts) part("span", this.words.contradicts, "flag");
    if (metric) {
      const more = document.createElement("a");
      more.href = `/reports/${encodeURIComponent(this.words.report)}/figures?topic=${encodeURIComponent(metric)}`;
      more.lang = document.documentElement.lang;
      more.textContent = this.words.more;
      item.append(more);
    }
    return item;
  }

  async #copy() {
    const said = this.root.querySelector(".copied");
    const address = this.place.address(location.hash);
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = this.words.copied;
    } catch {
      said.textContent = address;
    }
  }
}
