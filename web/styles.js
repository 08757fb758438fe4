// The widget's looks. A page may set --report-qa-accent, --report-qa-ink, --report-qa-card and --report-qa-font.

export const styles = `
:host {
  --ink: var(--report-qa-ink, #1d1b19);
  --soft: #5d5852;
  --rule: #dcd7d0;
  --card: var(--report-qa-card, #ffffff);
  --wash: #f2eee8;
  --accent: var(--report-qa-accent, #9a2a1f);
  --on-accent: #ffffff;
  --link: #1a5a8a;
  --done: #1c6b3c;
  --done-wash: #e4f3e9;
  --goal: #7a4a00;
  --goal-wash: #fbeed6;
  display: block;
  color: var(--ink);
  font: 1rem/1.65 var(--report-qa-font, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif);
  overflow-wrap: anywhere;
}
@media (prefers-color-scheme: dark) {
  :host {
    --ink: var(--report-qa-ink, #ece8e2);
    --soft: #b0a89e;
    --rule: #3d3934;
    --card: var(--report-qa-card, #211f1d);
    --wash: #2b2825;
    --accent: var(--report-qa-accent, #ff9c8c);
    --on-accent: #2a0d09;
    --link: #8cc4f0;
    --done: #8fd6a8;
    --done-wash: #1d3326;
    --goal: #f0c078;
    --goal-wash: #3a2c14;
  }
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
p, ul, ol, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: .18em; }
button, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .3rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.log { display: grid; gap: .75rem; }
.log:not(:empty) { margin-bottom: 1rem; }
.question {
  justify-self: end;
  max-width: 88%;
  padding: .5rem .9rem;
  border-radius: 1rem 1rem .25rem 1rem;
  background: var(--accent);
  color: var(--on-accent);
  white-space: pre-wrap;
}
.answer, .failure, .waiting {
  padding: .9rem 1rem;
  border: 1px solid var(--rule);
  border-radius: .25rem 1rem 1rem 1rem;
  background: var(--card);
}
.answer { display: grid; gap: .8rem; min-width: 0; }
.waiting { justify-self: start; color: var(--soft); }
.failure { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
.head { color: var(--soft); font-weight: 650; }
.text { font-size: 1.06rem; white-space: pre-line; }
.mark {
  display: inline-block;
  padding: 0 .2rem;
  font-size: .86rem;
  text-decoration: none;
  vertical-align: .06em;
}
.mark:hover { text-decoration: underline; }

.figures, .derived { display: grid; gap: .5rem; }
.figures li, .derived li {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: .1rem .8rem;
  padding: .5rem .75rem;
  border-radius: .5rem;
  background: var(--wash);
}
.amount { font-size: 1.25rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.derived .amount { font-size: 1.05rem; }
.what { flex: 1 1 9rem; }
.derived .what, .when { color: var(--soft); font-size: .9rem; }
.when { display: inline-flex; flex-wrap: wrap; align-items: center; gap: .4rem; }
.tag { padding: 0 .45rem; border-radius: .35rem; font-size: .82rem; white-space: nowrap; }
.tag.actual { background: var(--done-wash); color: var(--done); }
.tag.target { background: var(--goal-wash); color: var(--goal); }

.title { margin-bottom: .35rem; color: var(--soft); font-size: .88rem; font-weight: 600; }
.citations ol { display: grid; gap: .6rem; padding-left: 1.6rem; }
.citations li::marker { color: var(--soft); font-size: .9rem; }
.related ul { display: grid; gap: .6rem; }
.related li { padding-left: .75rem; border-left: 3px solid var(--rule); color: var(--soft); }
.where { color: var(--soft); font-size: .88rem; }
.where a { display: inline-block; padding: .2rem 0; }
.step::before { content: "›"; margin: 0 .4rem; }

.suggestions ul { display: flex; flex-wrap: wrap; gap: .5rem; }
button {
  min-height: 2.75rem;
  padding: .4rem .9rem;
  border: 1px solid var(--rule);
  border-radius: .6rem;
  background: var(--card);
  text-align: start;
  cursor: pointer;
}
button:hover { border-color: currentColor; }
button:disabled { opacity: .55; cursor: default; }
/* Only the newest answer offers what to ask next. */
.answer:not(:last-child) .suggestions { display: none; }
.suggestion { color: var(--link); }
.opinion { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; color: var(--soft); font-size: .88rem; }
.opinion button { min-height: 2.5rem; }

form { display: grid; gap: .4rem; padding: .9rem 1rem; border: 1px solid var(--rule); border-radius: 1rem; background: var(--card); }
label { font-weight: 600; }
textarea {
  width: 100%;
  min-height: 4.25rem;
  max-height: 14rem;
  padding: .55rem .75rem;
  border: 1px solid var(--soft);
  border-radius: .6rem;
  background: transparent;
  field-sizing: content;
  resize: vertical;
}
textarea::placeholder { color: var(--soft); opacity: 1; }
.notice { color: var(--accent); }
.buttons { display: flex; justify-content: flex-end; gap: .5rem; }
.clear { margin-right: auto; border-color: transparent; color: var(--soft); }
.send { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 650; padding-inline: 1.5rem; }
.examples { margin-top: .9rem; }
@media (max-width: 26rem) { .answer, form { padding: .75rem; } .question { max-width: 94%; } }
`;
