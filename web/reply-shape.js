// Whether a response is what the API promises. The widget shows nothing of one that is not: half an answer would be a wrong one.

const text = (value) => typeof value === "string";
const number = (value) => Number.isFinite(value);
const position = (value) => Number.isInteger(value) && value >= 0;
const oneOf = (...values) => (value) => values.includes(value);
const maybe = (check) => (value) => value === null || value === undefined || check(value);
const list = (check) => (value) => Array.isArray(value) && value.every(check);
const record = (fields) => (value) =>
  typeof value === "object" && value !== null && Object.entries(fields).every(([name, check]) => check(value[name]));

const place = record({ line: position, column_start: position, column_end: position });
const lines = { report: text, line_start: position, line_end: position, section: list(text) };
const period = record({ label: text });

export const isReply = record({
  status: oneOf("answered", "clarify", "not_found", "smalltalk"),
  answer: text,
  reason: maybe(text),
  figures: list(
    record({
      text,
      metric: text,
      citation: position,
      places: list(place),
      qualifier: maybe(text),
      change: maybe(text),
      period: maybe(period),
      status: maybe(oneOf("actual", "target")),
    }),
  ),
  derived: list(record({ text, formula: maybe(text) })),
  citations: list(
    record({ ...lines, n: position, title: maybe(text), places: list(place), page: maybe(number), quote: text, url: text }),
  ),
  nearest: list(record({ ...lines, text })),
  suggestions: list(text),
  index: text,
});

export const isReports = record({ reports: list(record({ id: text, title: maybe(text), delivered: maybe(text), lines: number })) });

export const isLines = record({ lines: list(record({ line: position, text })) });
