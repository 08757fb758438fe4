// A service that is made up: it answers as a state of states.json says. Put it in the place of an element's `client`.

import { AskError } from "../ask-client.js";

/** What stands under a language, everywhere in a value. */
export function said(value, language) {
  if (Array.isArray(value)) return value.map((part) => said(part, language));
  if (typeof value !== "object" || value === null) return value;
  if ("zh" in value && "en" in value) return value[language];
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, said(part, language)]));
}

export class ReplayClient {
  base = null; // nothing to remember a conversation under

  constructor(spec, state, language) {
    this.spec = spec;
    this.state = state;
    this.language = language;
  }

  async ask({ question }, { signal, onSlow } = {}) {
    const turn = this.state.turns.find((one) => said(one.question, this.language) === question) ?? { reply: "greeting" };
    if (turn.error) throw new AskError(turn.error, turn.wait ?? null);
    if (turn.waits === "slow") onSlow?.();
    if (turn.waits) return canceled(signal);
    return said(this.spec.replies[turn.reply], this.language);
  }

  async feedback() {
    return this.state.feedback !== "none";
  }

  async reports() {
    return this.spec.libraries[this.state.library ?? "one"];
  }

  async lines(report, first, last) {
    if (this.state.lines === "none") throw new AskError("failed");
    const lines = this.spec.lines[report].map((text, i) => ({ line: i + 1, text, page: null }));
    return lines.slice(first - 1, last);
  }

  address(url) {
    return url.startsWith("/") ? `https://reports.example${url}` : null;
  }
}

function canceled(signal) {
  return new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(new AskError("canceled"))));
}
