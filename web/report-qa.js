// <report-qa endpoint report lang>: a question box over a report_qa service. Loading this file registers the tag.
//
//   endpoint  where the service is; by default where this file came from
//   report    the id of the report to ask; without it the whole library is asked
//   lang      zh or en; by default that of the page around it
//
// Events (both bubble): `report-qa-answer` with `{question, reply}`; `report-qa-cite` with `{citation}` when a citation is
// followed, whose default (opening the source) can be prevented.

import { answerView, make, suggestionsView } from "./answer-view.js";
import { AskClient, AskError } from "./ask-client.js";
import { wordsFor } from "./strings.js";
import { styles } from "./styles.js";

const HOME = new URL("..", import.meta.url);
const LONGEST = 1000;
const REMEMBERED = 20;

class ReportQA extends HTMLElement {
  static observedAttributes = ["endpoint", "report", "lang"];

  #turns = [];
  #asking = null;
  #parts = {};

  /** Ask a question, as if it had been typed. Resolves to the reply, or to null where there is none. */
  async ask(question) {
    const text = question.trim();
    if (!text) return null;
    if ([...text].length > LONGEST) return this.#say(this.#words.tooLong);
    this.#asking?.abort();
    const turn = this.#open(text);
    const asking = (this.#asking = new AbortController());
    try {
      const request = { question: text, history: this.#history, report: this.getAttribute("report") };
      const reply = await this.#client.ask(request, asking.signal);
      this.#turns.push({ question: text, reply });
      this.#remember();
      this.#close(turn, this.#answer(text, reply));
      this.#tell("report-qa-answer", { question: text, reply });
      return reply;
    } catch (error) {
      this.#close(turn, this.#failure(text, turn, error));
      return null;
    } finally {
      if (this.#asking === asking) this.#busy(null);
    }
  }

  connectedCallback() {
    if (this.shadowRoot) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#start();
  }

  disconnectedCallback() {
    this.#asking?.abort();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.shadowRoot && before !== after) this.#start();
  }

  get #words() {
    return wordsFor(this);
  }

  get #client() {
    return new AskClient(new URL(this.getAttribute("endpoint") || HOME, document.baseURI));
  }

  get #history() {
    return this.#turns.slice(-REMEMBERED).map((turn) => turn.question);
  }

  get #memory() {
    return `report-qa ${this.#client.base} ${this.getAttribute("report") ?? ""}`;
  }

  /** Build the whole element from its attributes and what this tab remembers. */
  #start() {
    this.#asking?.abort();
    const words = this.#words;
    const box = make("textarea", { id: "question", rows: 2, placeholder: words.placeholder, enterkeyhint: "send" });
    const send = make("button", { type: "submit", class: "send" }, words.send);
    const cancel = make("button", { type: "button", class: "cancel", hidden: true }, words.cancel);
    const clear = make("button", { type: "button", class: "clear", hidden: true }, words.clear);
    const log = make("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.conversation });
    const notice = make("p", { class: "notice", role: "alert" });
    const examples = make("div", { class: "examples" });
    const buttons = make("div", { class: "buttons" }, clear, cancel, send);
    const form = make("form", { novalidate: true }, make("label", { for: "question" }, words.label), box, notice, buttons);
    this.#parts = { box, send, cancel, clear, log, notice, examples };
    form.addEventListener("submit", (event) => this.#submit(event));
    box.addEventListener("keydown", (event) => {
      const composing = event.isComposing || event.keyCode === 229; // 229: an input method still at work
      if (event.key === "Enter" && !event.shiftKey && !composing) this.#submit(event);
    });
    cancel.addEventListener("click", () => this.#asking?.abort());
    clear.addEventListener("click", () => this.#forget());
    this.shadowRoot.replaceChildren(log, form, examples);
    this.#recall();
    for (const { question, reply } of this.#turns) log.append(this.#question(question), this.#answer(question, reply));
    if (this.#turns.length) clear.hidden = false;
    else this.#showExamples();
  }

  #submit(event) {
    event.preventDefault();
    const { box, notice } = this.#parts;
    notice.textContent = "";
    const question = box.value;
    if ([...question.trim()].length <= LONGEST) box.value = "";
    void this.ask(question);
    box.focus();
  }

  /** A turn that waits for its answer. */
  #open(text) {
    const { log, examples } = this.#parts;
    const asked = this.#question(text);
    const waiting = make("p", { class: "waiting", role: "status" }, this.#words.loading);
    examples.replaceChildren();
    log.append(asked, waiting);
    asked.scrollIntoView({ block: "nearest" });
    this.#busy(true);
    return { asked, waiting };
  }

  #close(turn, view) {
    turn.waiting.replaceWith(view);
    turn.asked.scrollIntoView({ block: "nearest" });
    view.scrollIntoView({ block: "nearest" });
  }

  #busy(asking) {
    const { log, send, cancel, clear } = this.#parts;
    if (!asking) this.#asking = null;
    log.setAttribute("aria-busy", String(Boolean(asking)));
    send.disabled = Boolean(asking);
    cancel.hidden = !asking;
    clear.hidden = Boolean(asking) || !this.#turns.length;
  }

  #question(text) {
    return make("p", { class: "question" }, make("span", { class: "unseen" }, `${this.#words.asked}: `), text);
  }

  #answer(question, reply) {
    const client = this.#client;
    return answerView(reply, {
      words: this.#words,
      address: (url) => client.address(url),
      manyReports: !this.hasAttribute("report"),
      onAsk: (text) => this.ask(text),
      onCite: (event, citation) => {
        if (this.#tell("report-qa-cite", { citation })) this.#point(event.currentTarget.href, citation);
        else event.preventDefault();
      },
      onOpinion: (useful) => client.feedback({ question, index: reply.index, useful, reason: null }),
    });
  }

  #failure(question, turn, error) {
    const words = this.#words;
    const code = error instanceof AskError ? error.code : "failed";
    const said = { canceled: words.canceled, unreachable: words.unreachable, slow: words.slow, index_missing: words.notReady };
    const retry = () => {
      turn.asked.remove();
      view.remove();
      void this.ask(question);
    };
    const view = make(
      "div",
      { class: "failure", role: code === "canceled" ? "status" : "alert" },
      make("p", {}, said[code] ?? words.failed),
      make("button", { type: "button", onclick: retry }, words.retry),
    );
    return view;
  }

  #say(text) {
    this.#parts.notice.textContent = text;
    return null;
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** Questions to begin with: those that the service suggests when it is greeted. */
  async #showExamples() {
    const { examples } = this.#parts;
    const words = this.#words;
    const request = { question: words.greeting, history: [], report: this.getAttribute("report"), lang: words.language };
    const reply = await this.#client.ask(request).catch(() => null);
    if (!reply || this.#turns.length || this.#asking) return;
    const view = suggestionsView(reply.suggestions, words.examples, (text) => this.ask(text));
    if (view) examples.replaceChildren(view);
  }

  /** The conversation stays in this tab, so that it is still there when the reader comes back from the source. */
  #remember() {
    try {
      sessionStorage.setItem(this.#memory, JSON.stringify(this.#turns.slice(-REMEMBERED)));
    } catch {
      // A tab that may not store anything forgets the conversation when it leaves the page.
    }
  }

  /** Leaves the cited words' places for the source page of the same site, which marks them within the lines. */
  #point(url, citation) {
    try {
      sessionStorage.setItem("report-qa cited", JSON.stringify({ url, places: citation.places ?? [] }));
    } catch {
      // Without a place to leave them, the lines alone are marked.
    }
  }

  #recall() {
    try {
      this.#turns = JSON.parse(sessionStorage.getItem(this.#memory)) ?? [];
    } catch {
      this.#turns = [];
    }
  }

  #forget() {
    this.#turns = [];
    this.#remember();
    this.#start();
    this.#parts.box.focus();
  }
}

if (!customElements.get("report-qa")) customElements.define("report-qa", ReportQA);
