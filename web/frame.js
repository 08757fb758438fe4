// What stands around the conversation: the dateline, the question box, examples; a panel in the page or in its corner.

import { button, make } from "./dom.js";

export class Frame {
  /** Builds the shadow tree of `host` anew; `handlers` are `submit`, `cancel` and `clear`. */
  constructor(host, words, handlers) {
    this.host = host;
    this.words = words;
    this.#build(handlers);
    this.dress();
  }

  /** What the attributes say of looks, and whether there is a network. */
  dress() {
    const { host, root } = this;
    const height = host.getAttribute("height");
    const sized = Boolean(height) && CSS.supports("height", height);
    const floating = host.hasAttribute("floating");
    root.classList.toggle("dark", isDark(host));
    root.classList.toggle("floating", floating);
    root.classList.toggle("sized", sized && !floating);
    if (sized) root.style.setProperty("--height", height);
    else root.style.removeProperty("--height");
    this.log.tabIndex = sized || floating ? 0 : -1;
    this.offline.textContent = navigator.onLine ? "" : this.words.offlineNow;
    this.offline.hidden = navigator.onLine;
    this.#open(floating, host.hasAttribute("open"));
  }

  /** What the answers come from and how old it is: one report, or so many. */
  tellOf(report, count) {
    const { words } = this;
    const date = report?.delivered && words.date(report.delivered);
    this.root.classList.toggle("single", Boolean(report)); // then the answers need not name it
    this.from.textContent = report ? words.from(report.title ?? report.id, date) : words.fromMany(count);
  }

  /** A word on the question that was typed. */
  notice(text) {
    this.noticed.textContent = text;
    return null;
  }

  /** A word to those who listen rather than see. */
  say(text) {
    this.announcer.textContent = text;
  }

  /** Whether a question is under way; `talked`: whether there is a conversation to clear. */
  busy(asking, talked = false) {
    this.log.setAttribute("aria-busy", String(asking));
    this.send.disabled = asking;
    this.cancel.hidden = !asking;
    this.clear.hidden = asking || !talked;
    this.examples.hidden ||= asking || talked;
  }

  /** Scroll to an answer, its beginning first. */
  reveal(view) {
    const turn = view.closest(".turn");
    const room = this.log.scrollHeight > this.log.clientHeight + 1 ? this.log.clientHeight : innerHeight;
    turn.scrollIntoView({ block: turn.offsetHeight > room ? "start" : "nearest" });
  }

  #build(handlers) {
    const { words } = this;
    this.box = make("textarea", { id: "question", rows: 2, placeholder: words.placeholder, enterkeyhint: "send" });
    this.send = button("send", words.send, handlers.submit);
    this.cancel = button("cancel", words.cancel, handlers.cancel, { hidden: true });
    this.clear = button("clear", words.clear, handlers.clear, { hidden: true });
    this.log = make("div", { class: "log", role: "log", "aria-live": "off", "aria-label": words.conversation });
    this.noticed = make("p", { class: "notice", role: "alert" });
    this.offline = make("p", { class: "offline", role: "status", hidden: true });
    this.announcer = make("p", { class: "unseen announcer", role: "status" });
    this.examples = make("div", { class: "examples" });
    this.from = make("span", { class: "from" });
    this.close = button("close", words.close, () => this.#toggle(false));
    this.launcher = button("launcher", words.launch, () => this.#toggle(true), { "aria-haspopup": "dialog" });
    this.box.addEventListener("keydown", (event) => {
      const composing = event.isComposing || event.keyCode === 229; // 229: an input method still at work
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      handlers.submit();
    });
    const dateline = make("div", { class: "dateline" }, make("p", {}, this.from, " ", words.asPrinted), this.close);
    const buttons = make("div", { class: "buttons" }, this.clear, this.cancel, this.send);
    const ask = make("div", { class: "ask" }, make("label", { for: "question" }, words.label), this.box, this.noticed, buttons);
    this.panel = make("section", { class: "panel", id: "panel", "aria-label": words.name });
    this.panel.append(dateline, this.log, this.offline, ask, this.examples);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.host.hasAttribute("floating")) this.#toggle(false);
    });
    this.root = make("div", { class: "root", lang: words.html }, this.panel, this.launcher, this.announcer);
    this.host.shadowRoot.replaceChildren(this.root);
  }

  #open(floating, open) {
    this.panel.hidden = floating && !open;
    this.launcher.hidden = !floating || open;
    this.close.hidden = !floating;
    if (floating) this.panel.setAttribute("role", "dialog");
    else this.panel.removeAttribute("role");
  }

  #toggle(open) {
    this.host.toggleAttribute("open", open);
    (open ? this.box : this.launcher).focus();
  }
}

/** Whether an element is to be dark: its theme, else what the reader's system wants of a page that has both. */
function isDark(host) {
  const theme = host.getAttribute("theme");
  if (theme === "dark" || theme === "light") return theme === "dark";
  const declared = getComputedStyle(host).colorScheme;
  const page = declared === "normal" ? document.querySelector("meta[name=color-scheme]")?.content ?? "light" : declared;
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches || !page.includes("light");
  return page.includes("dark") && wanted;
}
