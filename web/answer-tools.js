// What can be done with an answer: copy it with its sources, copy its references, copy a link that asks it again.

import { button, make } from "./dom.js";

/** @param {object} texts functions that give the `answer`, its `reference` (null where it has none), its `link`, or promise them */
export function toolsView(texts, words) {
  const said = make("p", { class: "said", role: "status" });
  const copy = (texts) => async () => {
    said.replaceChildren();
    const text = await texts();
    if (await toClipboard(text, said)) said.textContent = words.copied;
    else said.replaceChildren(byHand(text, words));
  };
  return make(
    "div",
    { class: "tools", role: "group", "aria-label": words.take },
    button("copy-answer", words.copyAnswer, copy(texts.answer)),
    texts.reference && button("copy-reference", words.copyReference, copy(texts.reference)),
    button("copy-link", words.copyLink, copy(texts.link)),
    said,
  );
}

/** Whether a text is now in the clipboard; a frame or an unencrypted page has only the old way to put it there. */
async function toClipboard(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = near.getRootNode().activeElement;
    const box = make("textarea", { class: "unseen", "aria-hidden": "true" });
    box.value = text;
    near.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    focused?.focus({ preventScroll: true });
    return done;
  }
}

function byHand(text, words) {
  const box = make("textarea", { readonly: true, rows: 4 });
  box.value = text;
  box.addEventListener("focus", () => box.select());
  return make("label", {}, words.copyByHand, box);
}
