// Requests of the API. An `AskError` says what went wrong by a code: the service's own, or `unreachable`, `slow`, `canceled`.

const PATIENCE_MS = 30000;

export class AskError extends Error {
  constructor(code, message = code) {
    super(message);
    this.name = "AskError";
    this.code = code;
  }
}

export class AskClient {
  /** @param {URL} base where the service is mounted, with a slash at its end */
  constructor(base) {
    this.base = base;
  }

  /** The answer to `{question, history, report}`; `signal` cancels it. */
  ask(request, signal) {
    return this.#post("api/v1/ask", request, signal);
  }

  /** Whether an opinion `{question, index, useful, reason}` was kept. */
  async feedback(opinion) {
    return (await this.#post("api/v1/feedback", opinion)).kept;
  }

  /** An address that the service gave, as one that this page can open; null where it is none of the web. */
  address(url) {
    const address = new URL(url.replace(/^\/(?!\/)/, ""), this.base);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  }

  async #post(path, body, signal) {
    const stop = new AbortController();
    const cancel = () => stop.abort("canceled");
    const timer = setTimeout(() => stop.abort("slow"), PATIENCE_MS);
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    try {
      const response = await fetch(new URL(path, this.base), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        signal: stop.signal,
      });
      const reply = await response.json().catch(() => null);
      if (response.ok && reply) return reply;
      throw new AskError(reply?.error?.code ?? `http_${response.status}`, reply?.error?.message);
    } catch (error) {
      if (stop.signal.aborted) throw new AskError(stop.signal.reason);
      throw error instanceof AskError ? error : new AskError("unreachable");
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    }
  }
}
