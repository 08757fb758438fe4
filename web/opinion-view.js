// Whether an answer was useful; where it was not, why. One opinion is sent, when it is complete.

import { button, make } from "./dom.js";

const LONGEST = 300;

/** @param {(useful: boolean, reason: string|null) => Promise<boolean>} onOpinion tells whether it was kept */
export function opinionView(words, onOpinion) {
  const box = make("div", { class: "opinion", role: "group", "aria-label": words.feedback });
  const give = async (useful, reason) => {
    for (const control of box.querySelectorAll("button, input")) control.disabled = true;
    const kept = await onOpinion(useful, reason).catch(() => false);
    const said = make("p", { role: "status", tabindex: "-1" }, kept ? words.thanks : words.notKept);
    const focused = box.contains(box.getRootNode().activeElement) || box.getRootNode().activeElement === null;
    box.replaceChildren(said);
    if (focused) said.focus({ preventScroll: true });
  };
  const ask = () => {
    const why = whyView(words, give);
    box.replaceChildren(why);
    why.querySelector("input").focus({ preventScroll: true });
  };
  box.append(
    make("span", {}, words.feedback),
    button("useful", words.useful, () => give(true, null)),
    button("useless", words.useless, ask),
  );
  return box;
}

/** The choice of a reason, and room for words. */
function whyView(words, give) {
  const group = `why-${Math.random().toString(36).slice(2)}`;
  const choice = ([code, text]) =>
    make("label", { class: "reason" }, make("input", { type: "radio", name: group, value: code }), text);
  const own = make("input", { type: "text", maxlength: LONGEST, autocomplete: "off", class: "own" });
  const why = make("fieldset", { class: "why" }, make("legend", {}, words.why));
  why.append(make("div", { class: "reasons" }, Object.entries(words.reasons).map(choice)));
  const send = () => {
    const code = why.querySelector("input:checked")?.value;
    give(false, [code, own.value.trim()].filter(Boolean).join(": ") || null);
  };
  own.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) send();
  });
  why.append(make("label", {}, words.more_words, own), button("send-opinion", words.sendOpinion, send));
  return why;
}
