// <report-qa>: a question box over a report_qa service. Loading this file registers the tag; docs/widget.md describes it.
//
//   endpoint  where the service is; by default where this file came from
//   report    the id of the report to ask; without it the whole library is asked
//   lang      zh or en; by default that of the page around it
//   theme     light or dark; by default what the reader's system and the page agree on
//   height    a CSS length: the conversation then scrolls inside
//   floating  a button in the corner that opens a panel; `open` while that is open
//   examples  questions to begin with, `|` between them; by default those that the service suggests
//   report-title, delivered (ISO), reports (how many): the dateline, where the page knows it; by default the service is asked
//
// Events, all of which bubble: `report-qa-answer` {question, reply}; `report-qa-cite` {citation, url, places, link}, whose
// default (following the link) can be prevented; `report-qa-error` {question, code}; `report-qa-toggle` {open}.

import { answerView, suggestionsView } from "./answer-view.js";
import { AskClient, AskError } from "./ask-client.js";
import { Frame } from "./frame.js";
import { Memory } from "./memory.js";
import { answerLink, answerText, linkedQuestion, reference } from "./reference.js";
import { wordsFor } from "./strings.js";
import { styles } from "./styles.js";
import { failureView, turnView, waitingView } from "./turn-view.js";

const LONGEST = 1000; // code points of a question
const REMEMBERED = 20; // earlier questions that go along

/** Where the service is that this file came from: what stands before `/widget/`, else the file's own folder. */
const HOME = /^(.*\/)widget\//.exec(import.meta.url)?.[1] ?? new URL(".", import.meta.url).href;

class ReportQA extends HTMLElement {
  static observedAttributes = ["endpoint", "report", "lang", "examples", "floating", "theme", "height", "open"];

  #turns = [];
  #asking = null;
  #frame = null;
  #ownClient = null;
  #reports = new Map();
  #loading = null;
  #leaving = null;

  /** Ask a question, as if it had been typed. Resolves to the reply, or to null where there is none. */
  async ask(question, { linked = null, focus = false } = {}) {
    const text = question.trim();
    if (!text) return null;
    if ([...text].length > LONGEST) return this.#frame.notice(this.#words.tooLong);
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const earlier = [...this.#history, ...(linked ?? [])].slice(-REMEMBERED);
    const turn = this.#open({ question: text, earlier, linked }, focus);
    try {
      const request = { question: text, history: turn.earlier, report: this.getAttribute("report") };
      const reply = await this.#client.ask(request, { signal: asking.signal, onSlow: () => this.#slow(turn) });
      this.#answer(turn, reply);
      return reply;
    } catch (error) {
      this.#fail(turn, error instanceof AskError ? error : new AskError("failed"));
      return null;
    } finally {
      if (this.#asking === asking) this.#rest();
    }
  }

  /** Forget the conversation. */
  clear() {
    this.#memory.keep([]);
    this.#start();
    this.#frame.box.focus();
  }

  /** What asks the service; by default an `AskClient` of the endpoint. A demo or a test may put another in its place. */
  get client() {
    return this.#client;
  }

  set client(client) {
    this.#ownClient = client;
    if (this.#frame) this.#start();
  }

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      this.#start();
    }
    for (const name of ["online", "offline"]) addEventListener(name, () => this.#frame.dress(), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#frame.dress(), { signal });
    addEventListener("hashchange", () => this.#askLinked(), { signal });
    this.#askLinked();
  }

  disconnectedCallback() {
    this.#asking?.abort();
    this.#leaving?.abort();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#frame || before === after) return;
    if (["theme", "height", "open"].includes(name)) this.#frame.dress();
    else this.#start();
    if (name === "open") this.#tell("report-qa-toggle", { open: after !== null });
  }

  get #words() {
    return wordsFor(this);
  }

  get #client() {
    return this.#ownClient ?? new AskClient(new URL(this.getAttribute("endpoint") || HOME, document.baseURI));
  }

  get #memory() {
    const { base } = this.#client;
    return new Memory(base && `report-qa ${base} ${this.getAttribute("report") ?? ""}`);
  }

  get #history() {
    return this.#turns.flatMap((turn) => [...(turn.linked ?? []), turn.question]);
  }

  /** The one report that is asked, as far as it is known; null where there are several. */
  get #report() {
    const asked = this.getAttribute("report")?.normalize("NFC");
    if (asked !== undefined) return this.#reports.get(asked) ?? null;
    return this.#reports.size === 1 ? [...this.#reports.values()][0] : null;
  }

  /** Build the whole element from its attributes and what this tab remembers. */
  #start() {
    this.#asking?.abort();
    this.#asking = null;
    this.#frame = new Frame(this, this.#words, {
      submit: () => this.#submit(),
      cancel: () => this.#cancel(),
      clear: () => this.clear(),
    });
    this.#turns = this.#memory.recall();
    for (const turn of this.#turns) this.#frame.log.append(turnView(turn, this.#view(turn), this.#words));
    this.#rest();
    if (!this.#tellKnown() || this.#turns.length) void this.#load();
    if (!this.#turns.length) void this.#showExamples();
  }

  /** The dateline as far as the page itself says it; whether it does. */
  #tellKnown() {
    const [title, reports] = [this.getAttribute("report-title"), Number(this.getAttribute("reports"))];
    if (!title && !reports) return false;
    this.#frame.tellOf(title ? { title, delivered: this.getAttribute("delivered") } : null, reports);
    return true;
  }

  /** What is known of the reports: titles, dates, whom to ask. Asked again with the next question where it failed. */
  #load() {
    const client = this.#client;
    this.#loading = client.reports().catch(() => []);
    return this.#loading.then((reports) => {
      if (!reports.length) return (this.#loading = null);
      this.#reports = new Map(reports.map((report) => [report.id.normalize("NFC"), report]));
      return this.#frame.tellOf(this.#report, reports.length);
    });
  }

  /** Questions to begin with: the page's own, or those that the service suggests when it is greeted. */
  async #showExamples() {
    const { examples } = this.#frame;
    const own = this.getAttribute("examples")?.split("|").map((question) => question.trim()).filter(Boolean);
    const greeting = { question: this.#words.greeting, history: [], report: this.getAttribute("report"), lang: this.#words.language };
    const questions = own ?? (await this.#client.ask(greeting).then((reply) => reply.suggestions, () => []));
    const view = suggestionsView(questions, this.#words.examples, (question) => this.ask(question, { focus: true }));
    if (view && !examples.hidden && examples === this.#frame.examples) examples.replaceChildren(view);
  }

  /** The question that the page's address asks, unless it stands here already. */
  #askLinked() {
    const linked = linkedQuestion(location.hash, this.getAttribute("report"));
    if (!linked || this.#turns.some((turn) => turn.question === linked.question)) return;
    this.toggleAttribute("open", this.hasAttribute("floating"));
    void this.ask(linked.question, { linked: linked.earlier });
  }

  #submit() {
    const { box } = this.#frame;
    const question = box.value;
    this.#frame.notice("");
    if ([...question.trim()].length <= LONGEST) box.value = "";
    box.focus();
    void this.ask(question);
  }

  #cancel() {
    this.#asking?.abort();
    this.#frame.box.focus();
  }

  #open(turn, focus) {
    if (!this.#loading) void this.#load();
    this.#frame.say(this.#words.waiting);
    this.#frame.busy(true);
    const waiting = waitingView(this.#words.waiting);
    const element = turnView(turn, waiting, this.#words);
    this.#frame.log.append(element);
    element.scrollIntoView({ block: "nearest" });
    if (focus) element.focus({ preventScroll: true });
    return { ...turn, element, waiting };
  }

  #slow({ waiting }) {
    waiting.textContent = this.#words.slow;
    this.#frame.say(this.#words.slow);
  }

  #answer({ element, question, earlier, linked }, reply) {
    const turn = { question, earlier, linked, reply };
    const view = this.#view(turn);
    element.replaceWith(this.#refocus(element, turnView(turn, view, this.#words)));
    this.#turns.push(turn);
    this.#memory.keep(this.#turns);
    this.#frame.reveal(view);
    this.#frame.say(this.#words.answered(reply.answer, reply.citations.length));
    this.#tell("report-qa-answer", { question, reply });
  }

  #fail(turn, { code, wait }) {
    const retry = () => {
      element.remove();
      this.#frame.box.focus();
      void this.ask(turn.question, { linked: turn.linked });
    };
    const view = failureView({ code, wait, retry }, this.#words);
    const element = this.#refocus(turn.element, turnView(turn, view, this.#words));
    turn.element.replaceWith(element);
    this.#frame.say("");
    this.#frame.reveal(view);
    this.#tell("report-qa-error", { question: turn.question, code });
  }

  /** The focus goes over to what takes an element's place. */
  #refocus(before, after) {
    if (this.shadowRoot.activeElement === before) queueMicrotask(() => after.focus({ preventScroll: true }));
    return after;
  }

  #rest() {
    this.#asking = null;
    this.#frame.busy(false, this.#turns.length > 0);
  }

  #view(turn) {
    const client = this.#client;
    const { question, reply } = turn;
    const words = this.#words;
    const known = (report) => this.#reports.get(report.normalize("NFC"));
    const loading = Promise.resolve(this.#loading);
    const references = () => reply.citations.map((cited) => reference(cited, known(cited.report), client.address(cited.url)));
    return answerView(reply, {
      words,
      contact: loading.then(() => this.#report?.contact ?? null),
      address: (url) => client.address(url),
      title: (report) => known(report)?.title,
      lastLine: (report) => known(report)?.lines,
      lines: (report, first, last) => client.lines(report, first, last),
      onAsk: (text) => this.ask(text, { focus: true }),
      onCite: (event, citation, url) => this.#cite(event, citation, url),
      onOpinion: (useful, reason) => client.feedback({ question, index: reply.index, useful, reason }),
      texts: {
        answer: () => loading.then(() => answerText(question, reply, references(), words)),
        reference: reply.citations.length ? () => loading.then(() => references().join("\n")) : null,
        link: () => answerLink(turn, this.getAttribute("report"), client.base ?? HOME),
      },
    });
  }

  #cite(event, citation, url) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window is wanted
    const places = citation.marks?.length ? citation.marks : citation.places;
    if (!this.#tell("report-qa-cite", { citation, url, places, link: event.currentTarget })) event.preventDefault();
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

if (!customElements.get("report-qa")) customElements.define("report-qa", ReportQA);
