// What a person takes along: the answer as text, references in the form of GB/T 7714—2015, and a link that asks again.

const ASK = "ask";

/** Places as the fragment of an address has them: `66:24-28,68:0-5`, line and columns in code points, half-open. */
export function placesText(places) {
  return places.map((place) => `${place.line}:${place.column_start}-${place.column_end}`).join(",");
}

/**
 * One reference, after GB/T 7714—2015 in the order of citing, where a work without a named author begins with its title:
 * title [report, online]. year: lines (date delivered) [date of access]. address.
 */
export function reference(citation, report, address, today = new Date()) {
  const { line_start: first, line_end: last } = citation;
  const delivered = report?.delivered ?? "";
  const year = delivered ? `${delivered.slice(0, 4)}: ` : "";
  const lines = first === last ? `第${first}行` : `第${first}—${last}行`;
  const title = citation.title ?? citation.report;
  return `${title}[R/OL]. ${year}${lines}${delivered && `(${delivered})`}[${isoDay(today)}]. ${address ?? citation.report}.`;
}

function isoDay(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The answer with its question, what was computed, and its references. */
export function answerText(question, reply, references, words) {
  const computed = reply.derived.map(({ text, formula }) => `${formula === null ? words.counted : words.computed}: ${[text, formula].filter(Boolean).join(" = ")}`);
  const cited = reply.citations.map((citation, i) => `[${citation.n}] “${citation.quote}” ${references[i]}`);
  const parts = [`${words.who.question}: ${question}`, `${words.who.answer}: ${reply.answer}`, ...computed];
  return [...parts, ...(cited.length ? ["", words.sources, ...cited, "", words.asPrinted] : [])].join("\n");
}

/** A link that asks the same again: on this page, or on the service's own where this page has no address. */
export function answerLink(turn, report, base) {
  const page = new URL(location.href);
  const link = /^https?:$/.test(page.protocol) ? page : new URL(base);
  if (link !== page && report) link.searchParams.set("report", report);
  const used = Object.values(turn.reply.interpretation?.origin ?? {}).includes("history");
  const questions = [...(used ? turn.earlier : []), turn.question].map((question) => [ASK, question]);
  link.hash = new URLSearchParams([...questions, ...(report ? [["report", report]] : [])]).toString();
  return link.href;
}

/** The question that the page's address asks of this report, with those before it; null where it asks none. */
export function linkedQuestion(hash, report) {
  const asked = new URLSearchParams(hash.slice(1));
  const questions = asked.getAll(ASK).filter((question) => question.trim());
  if (!questions.length || (asked.get("report") ?? "") !== (report ?? "")) return null;
  return { question: questions.at(-1), earlier: questions.slice(0, -1) };
}
