// Requests of the API. An `AskError` says what went wrong: `canceled`, `offline`, `unreachable`, `slow`, `too_many` (with the
// seconds to `wait`, where the service says them), `not_ready`, `nonsense`, `report_unknown`, or `failed`.

import { isLines, isReply, isReports } from "./reply-shape.js";

const SLOW_MS = 6000;
const PATIENCE_MS = 30000;
const LONGEST_WAIT_S = 600;
const BY_STATUS = { 429: "too_many", 503: "not_ready" };

export class AskError extends Error {
  constructor(code, wait = null) {
    super(code);
    this.name = "AskError";
    this.code = code;
    this.wait = wait;
  }
}

export class AskClient {
  /** @param {URL} base where the service is mounted, with a slash at its end */
  constructor(base) {
    this.base = base;
  }

  /** The answer to `{question, history, report}`. `signal` cancels it; `onSlow` is called when it takes longer than usual. */
  ask(request, { signal, onSlow } = {}) {
    return this.#request("api/v1/ask", isReply, { body: request, signal, onSlow });
  }

  /** Whether an opinion `{question, index, useful, reason}` was kept. */
  async feedback(opinion) {
    return (await this.#request("api/v1/feedback", (reply) => "kept" in reply, { body: opinion })).kept === true;
  }

  /** The reports that there are: `{id, title, delivered, lines, contact, …}`. */
  async reports() {
    return (await this.#request("api/v1/reports", isReports)).reports;
  }

  /** Lines of a report as received, both ends included. */
  async lines(report, first, last) {
    const path = `api/v1/reports/${encodeURIComponent(report)}/lines?start=${first}&end=${last}`;
    return (await this.#request(path, isLines)).lines;
  }

  /** An address that the service gave, as one that this page can open; null where it is none of the web. */
  address(url) {
    try {
      const address = new URL(url.replace(/^\/(?!\/)/, ""), this.base);
      return /^https?:$/.test(address.protocol) ? address.href : null;
    } catch {
      return null;
    }
  }

  async #request(path, fits, { body, signal, onSlow } = {}) {
    const stop = new AbortController();
    const cancel = () => stop.abort("canceled");
    const timers = [setTimeout(() => stop.abort("slow"), PATIENCE_MS), onSlow ? setTimeout(onSlow, SLOW_MS) : 0];
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    const posted = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    try {
      const options = { ...(body ? posted : {}), credentials: "omit", signal: stop.signal };
      const response = await fetch(new URL(path, this.base), options);
      const reply = await response.json().catch(() => null);
      if (stop.signal.aborted) throw new AskError(stop.signal.reason);
      if (!response.ok) throw refusal(response, reply);
      if (!reply || !fits(reply)) throw new AskError("nonsense");
      return reply;
    } catch (error) {
      if (stop.signal.aborted) throw new AskError(stop.signal.reason);
      if (error instanceof AskError) throw error;
      throw new AskError(navigator.onLine ? "unreachable" : "offline");
    } finally {
      timers.forEach(clearTimeout);
      signal?.removeEventListener("abort", cancel);
    }
  }
}

function refusal(response, reply) {
  const code = BY_STATUS[response.status] ?? (reply?.error?.code === "report_unknown" ? "report_unknown" : "failed");
  return new AskError(code, code === "too_many" ? secondsOf(response.headers.get("Retry-After")) : null);
}

/** `Retry-After` in seconds, whether it says seconds or a date; null where it says neither. */
function secondsOf(header) {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) : null;
}
