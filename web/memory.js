// The conversation of this tab, so that it is still there when the reader comes back from the source. It leaves with the tab.

import { isReply } from "./reply-shape.js";

const LONGEST = 20;

export class Memory {
  /** @param {string|null} key names the conversation; null: nothing is kept */
  constructor(key) {
    this.key = key;
  }

  /** The turns `{question, earlier, reply}`, oldest first; none where nothing, or nothing sound, is kept. */
  recall() {
    if (!this.key) return [];
    try {
      return JSON.parse(sessionStorage.getItem(this.key)).filter(isTurn).slice(-LONGEST);
    } catch {
      return [];
    }
  }

  keep(turns) {
    if (!this.key) return;
    try {
      const kept = turns.slice(-LONGEST).map(({ reply, ...turn }) => ({ ...turn, reply: { ...reply, passages: [] } }));
      sessionStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A page that may not store anything (a sandboxed frame) forgets the conversation when it is left.
    }
  }
}

function isTurn(turn) {
  return typeof turn?.question === "string" && Array.isArray(turn.earlier) && isReply(turn.reply);
}
