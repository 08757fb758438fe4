// The table of figures: filters and sorts as one types, without asking the service; the address says what is shown.

const table = document.querySelector(".ledger");
const form = document.querySelector(".filters");
const shown = document.querySelector(".shown");
const wordings = JSON.parse(document.getElementById("wordings").textContent);
const FILTERS = ["topic", "period", "status", "unit", "section"];

const rows = [...table.tBodies[0].rows].map((element) => {
  const { o, p, y, u, k, v, s, h, c } = element.dataset;
  const concept = c.split("/")[0].split("+")[0];
  const metric = element.querySelector(".metric").firstChild.data;
  return {
    element,
    words: `${element.textContent} ${h} ${wordings[concept] ?? ""} ${c.replaceAll("_", " ")}`.toLowerCase(),
    period: p,
    status: s,
    unit: u,
    section: h,
    line: Number(o),
    metric,
    value: Number(v),
    kind: k,
    year: y,
    visible: !element.hidden,
  };
});
const kinds = new Map();
for (const row of rows) if (!kinds.has(row.kind)) kinds.set(row.kind, kinds.size);

const chinese = new Intl.Collator("zh");
const ORDERS = {
  line: (one, other) => one.line - other.line,
  metric: (one, other) => chinese.compare(one.metric, other.metric),
  period: (one, other) => (one.year < other.year ? -1 : one.year > other.year ? 1 : 0),
  status: (one, other) => (one.status === "-") - (other.status === "-") || (one.status < other.status ? -1 : one.status > other.status ? 1 : 0),
};
let waiting = 0;
const sorted = { by: new URLSearchParams(location.search).get("sort") ?? "line", falling: new URLSearchParams(location.search).get("order") === "desc" };

function asked() {
  return Object.fromEntries(FILTERS.map((name) => [name, form.elements[name].value.trim()]));
}

function filter() {
  const { topic, period, status, unit, section } = asked();
  const words = topic.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const visible =
      words.every((word) => row.words.includes(word)) &&
      (!period || row.period === period) &&
      (!status || row.status === status) &&
      (!unit || row.unit === unit) &&
      (!section || row.section === section || row.section.startsWith(`${section} › `));
    if (visible) count += 1;
    if (visible !== row.visible) {
      row.visible = visible;
      row.element.hidden = !visible;
    }
  }
  shown.textContent = count ? shown.dataset.shown.replace("{}", count).replace("{}", rows.length) : shown.dataset.nothing;
  tell();
}

function sort(by) {
  sorted.falling = sorted.by === by && !sorted.falling;
  sorted.by = by;
  const sign = sorted.falling ? -1 : 1;
  const order =
    by === "value"
      ? (one, other) => kinds.get(one.kind) - kinds.get(other.kind) || sign * (one.value - other.value)
      : (one, other) => sign * ORDERS[by](one, other) || ORDERS.line(one, other);
  table.tBodies[0].append(...[...rows].sort(order).map((row) => row.element));
  for (const head of table.tHead.querySelectorAll("th")) {
    const own = head.querySelector("a").dataset.sort === by;
    head.setAttribute("aria-sort", !own ? "none" : sorted.falling ? "descending" : "ascending");
  }
  tell();
}

/** The address and the downloads say what is shown; a moment later, since browsers bear no storm of addresses. */
function tell() {
  clearTimeout(waiting);
  waiting = setTimeout(told, 150);
}

function told() {
  const filters = new URLSearchParams(Object.entries(asked()).filter(([, value]) => value));
  const address = new URL(location.href);
  const language = address.searchParams.get("lang");
  address.search = filters;
  if (language) address.searchParams.set("lang", language);
  if (sorted.by !== "line" || sorted.falling) address.searchParams.set("sort", sorted.by);
  if (sorted.falling) address.searchParams.set("order", "desc");
  history.replaceState(null, "", address);
  for (const link of document.querySelectorAll(".download")) link.search = filters;
  const other = document.getElementById("language");
  const there = new URLSearchParams(address.search);
  there.set("lang", new URLSearchParams(other.search).get("lang"));
  other.search = there;
}

document.body.classList.add("scripted");
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", filter);
form.querySelector(".reset").addEventListener("click", (event) => {
  event.preventDefault();
  for (const name of FILTERS) form.elements[name].value = "";
  filter();
  form.elements.topic.focus();
});
table.tHead.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  sort(link.dataset.sort);
});
