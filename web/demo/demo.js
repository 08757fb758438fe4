// The demo page: every state of <report-qa> that states.json names, or the one of `?state=`. `?lang=en` and `?theme=dark` choose.

import "../report-qa.js";
import { ReplayClient, said } from "./replay.js";

const asked = new URLSearchParams(location.search);
const language = asked.get("lang") === "en" ? "en" : "zh";
const spec = await (await fetch("states.json")).json();

/** The element in one state, alone on the page; resolves when it is there. */
export async function show(name) {
  const state = spec.states.find((one) => one.name === name);
  document.getElementById("states").replaceChildren();
  await add(state);
  document.documentElement.dataset.shown = name;
}

async function add(state) {
  const element = document.createElement("report-qa");
  for (const [name, value] of Object.entries(state.attributes ?? {})) element.setAttribute(name, value);
  if (asked.has("theme")) element.setAttribute("theme", asked.get("theme"));
  element.client = new ReplayClient(spec, state, language);
  const title = document.createElement("h2");
  title.textContent = said(state.title, language);
  document.getElementById("states").append(title, element);
  await act(element, state);
}

/** What the state says that a person does: asks, types, presses. */
async function act(element, state) {
  const root = element.shadowRoot;
  for (const turn of state.turns) {
    const answered = element.ask(said(turn.question, language));
    await (turn.waits ? settled() : answered);
  }
  if (state.types) {
    root.querySelector("textarea").value = state.types.text.repeat(state.types.times);
    root.querySelector(".send").click();
  }
  for (const target of state.press ?? []) {
    root.querySelector(target).click();
    await settled();
  }
  await settled();
}

/** When what is under way stands there. */
function settled() {
  return new Promise((done) => setTimeout(done, 5));
}

function choices() {
  for (const { name, title } of spec.states) {
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams({ ...Object.fromEntries(asked), state: name })}`;
    link.textContent = said(title, language);
    document.getElementById("choices").append(link);
  }
}

document.documentElement.lang = language === "en" ? "en" : "zh-CN";
if (asked.has("theme")) document.documentElement.dataset.theme = asked.get("theme");
window.show = show;
if (asked.has("state")) await show(asked.get("state"));
else {
  choices();
  for (const state of spec.states) if (!("floating" in (state.attributes ?? {}))) await add(state);
}
document.documentElement.dataset.ready = "";
