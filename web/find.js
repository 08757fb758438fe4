// Finding words in the source, whatever white space and line ends stand in them; marks are highlights, the page is not changed.

const MOST = 500; // matches that are marked; who gets more will type another letter

const fold = (character) => character.normalize("NFKC").toLowerCase();

/** The text of all lines without white space, and where each character of it stands. */
class Text {
  constructor(root) {
    this.nodes = [];
    this.node = [];
    this.unit = [];
    let text = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement.closest(".t") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT),
    });
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      const at = this.nodes.push(walker.currentNode) - 1;
      for (let unit = 0; unit < data.length; unit += 1) {
        const one = data[unit];
        if (/\s/.test(one)) continue;
        const folded = one < "\u3000" || (one >= "\uff00" && one <= "\uffef") ? fold(one) : one;
        text += folded.length === 1 ? folded : one;
        this.node.push(at);
        this.unit.push(unit);
      }
    }
    this.text = text;
  }

  /** Ranges of the page, one a text node, for the characters from `start` to `end`. */
  ranges(start, end) {
    const found = [];
    for (let at = start; at < end; ) {
      let last = at;
      while (last + 1 < end && this.node[last + 1] === this.node[at]) last += 1;
      const range = document.createRange();
      range.setStart(this.nodes[this.node[at]], this.unit[at]);
      range.setEnd(this.nodes[this.node[at]], this.unit[last] + 1);
      found.push(range);
      at = last + 1;
    }
    return found;
  }
}

export class Find {
  #text = null;
  #matches = [];
  #at = -1;

  /** @param {Element} root what is searched @param {(range: Range) => void} show brings a range into sight */
  constructor(root, form, words, show) {
    this.root = root;
    this.form = form;
    this.words = words;
    this.show = show;
    const [box] = form.elements;
    box.addEventListener("input", () => this.#look(box.value));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.value) {
        event.stopPropagation();
        box.value = "";
        this.#look("");
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#step(1);
    });
    form.querySelector(".found-previous").addEventListener("click", () => this.#step(-1));
  }

  #look(words) {
    const wanted = [...words].map(fold).join("").replace(/\s/g, "");
    this.#matches = [];
    this.#at = -1;
    if (wanted) {
      this.#text ??= new Text(this.root);
      const { text } = this.#text;
      for (let at = text.indexOf(wanted); at >= 0 && this.#matches.length < MOST; at = text.indexOf(wanted, at + wanted.length)) {
        this.#matches.push(this.#text.ranges(at, at + wanted.length));
      }
    }
    CSS.highlights?.set("found", new Highlight(...this.#matches.flat()));
    CSS.highlights?.delete("found-here");
    for (const button of this.form.querySelectorAll("button")) button.disabled = !this.#matches.length;
    this.#tell(wanted);
    if (this.#matches.length) this.#step(1);
  }

  #step(by) {
    const { length } = this.#matches;
    if (!length) return;
    this.#at = (this.#at + by + length) % length;
    const ranges = this.#matches[this.#at];
    CSS.highlights?.set("found-here", new Highlight(...ranges));
    this.show(ranges[0]);
    this.#tell(true);
  }

  #tell(wanted) {
    const { found, foundNone } = this.words;
    const count = [this.#at + 1, this.#matches.length];
    this.form.querySelector(".found").textContent = !wanted ? "" : this.#matches.length ? fill(found, ...count) : foundNone;
  }
}

/** Words with what goes where they say `{}`, in turn. */
export function fill(words, ...values) {
  return values.reduce((said, value) => said.replace("{}", () => value), words);
}
