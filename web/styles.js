// The widget's looks: a register's calm, hairlines and tabular numerals, the report's words in print letters.
// A page may set the properties --report-qa-… that docs/widget.md lists.

const dark = `
  --ink: var(--report-qa-ink, #ece8e2);
  --soft: var(--report-qa-soft, #b3aba1);
  --rule: var(--report-qa-rule, #3d3934);
  --edge: var(--report-qa-edge, #857d73);
  --card: var(--report-qa-card, #1e1c1a);
  --wash: var(--report-qa-wash, #292623);
  --accent: var(--report-qa-accent, #ff9c8c);
  --on-accent: var(--report-qa-on-accent, #2a0d09);
  --link: var(--report-qa-link, #8cc4f0);
  --done: var(--report-qa-done, #8fd6a8);
  --goal: var(--report-qa-goal, #f0c078);
  --quoted: #3b3213;
  --cited: #7d6210;
`;

export const styles = `
:host { display: block; }
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
p, ul, ol, blockquote, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
ul { list-style: none; }
button, textarea, input { font: inherit; color: inherit; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.root {
  --ink: var(--report-qa-ink, #1d1b19);
  --soft: var(--report-qa-soft, #5d5852);
  --rule: var(--report-qa-rule, #dcd7d0);
  --edge: var(--report-qa-edge, #8c857b);
  --card: var(--report-qa-card, #fffefb);
  --wash: var(--report-qa-wash, #f4f1ea);
  --accent: var(--report-qa-accent, #9a2a1f);
  --on-accent: var(--report-qa-on-accent, #ffffff);
  --link: var(--report-qa-link, #1a5a8a);
  --done: var(--report-qa-done, #1c6b3c);
  --goal: var(--report-qa-goal, #7a4a00);
  --quoted: #fff5cf;
  --cited: #ffd24d;
  --sans: var(--report-qa-font, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif);
  --serif: var(--report-qa-print-font, "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Microsoft YaHei", serif);
  color-scheme: light;
  color: var(--ink);
  font: 1rem/1.65 var(--sans);
  overflow-wrap: anywhere;
  unicode-bidi: isolate;
}
.root:lang(en) { --serif: var(--report-qa-print-font, Charter, "Iowan Old Style", Cambria, "Noto Serif", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Microsoft YaHei", serif); }
.root.dark { color-scheme: dark; ${dark} }
.panel { display: flex; flex-direction: column; background: var(--card); border-top: 4px double var(--edge); border-bottom: 1px solid var(--edge); }
.panel > * { padding-inline: clamp(.75rem, 3cqi, 1.25rem); }
.root { container-type: inline-size; }
.sized .panel { height: var(--height); }
.sized .panel, .floating .panel { overflow-y: auto; }
.sized .log, .floating .log { flex: 1 1 auto; min-height: 14rem; overflow-y: auto; overscroll-behavior: contain; }

a:not([href]) { color: inherit; }
a[href] { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.turn:focus-visible { outline-offset: -3px; }

/* What is asked, and how old it is. */
.dateline { display: flex; align-items: baseline; gap: .25rem 1rem; padding-block: .55rem; color: var(--soft); font-size: .88rem; }
.dateline p { flex: 1; min-height: 1.65em; }
.dateline .from { color: var(--ink); font-family: var(--serif); font-weight: 600; }

/* A turn: question and answer, each with its letter in the margin, as interviews are set. */
.turn { border-top: 1px solid var(--rule); padding-block: 1rem; }
.said-by { display: grid; grid-template-columns: 1.55rem minmax(0, 1fr); column-gap: .7rem; }
.said-by + .said-by, .said-by + .waiting { margin-top: .8rem; }
.who { width: 1.55rem; height: 1.55rem; margin-top: .1rem; border: 1px solid currentColor; color: var(--accent); font: 600 .95rem/1.45rem var(--serif); text-align: center; user-select: none; }
.who.answer-letter { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.question { font-weight: 650; white-space: pre-wrap; unicode-bidi: plaintext; }
.earlier { color: var(--soft); font-size: .88rem; }
.answer, .failure, .waiting { min-width: 0; }
.answer { display: grid; gap: .85rem; }
.head { color: var(--accent); font-weight: 650; }
.text { font: 1.08rem/1.75 var(--serif); white-space: pre-line; }
[data-status="smalltalk"] .text { font-family: var(--sans); font-size: 1rem; }
.mark { padding: 0 .15rem; white-space: nowrap; font: .82rem var(--sans); text-decoration: none; vertical-align: .1em; }
.mark:hover { text-decoration: underline; }

/* Figures: a register of them, or the readings of an open question side by side. */
.figures { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto auto; border-block: 1px solid var(--edge); background: var(--wash); }
.figures li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; column-gap: .9rem; padding: .45rem .75rem; }
.figures li + li { border-top: 1px solid var(--rule); }
.figures .when { grid-column: 3; }
.figures .stamp { grid-column: 4; justify-self: start; }
.figures .mark { grid-column: 5; }
.figures .amount { text-align: end; }
.amount { font-family: var(--serif); font-variant-numeric: tabular-nums lining-nums; line-height: 1.3; }
.digits { font-size: 1.6rem; font-weight: 600; }
.unit { font-size: 1.05rem; font-weight: 600; }
.apart { margin-inline-end: .2em; border-bottom: 1px solid currentColor; font-size: 1.05rem; font-weight: 600; }
.what { font-family: var(--serif); }
.when { color: var(--soft); font-size: .9rem; }
.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5rem), 1fr)); overflow: hidden; border-block: 1px solid var(--edge); background: var(--wash); }
.readings li { display: flex; flex-direction: column; align-items: flex-start; gap: .15rem; margin: -1px 0 0 -1px; padding: .6rem .75rem .5rem; border: solid var(--rule); border-width: 1px 0 0 1px; }
.readings .when { order: -2; color: var(--ink); font-weight: 600; }
.readings .stamp { order: -1; }
.readings .mark { margin-top: auto; }
.stamp { display: inline-flex; align-items: center; gap: .35em; padding: 0 .4em; border: 1px solid currentColor; font: 600 .8rem/1.5 var(--sans); white-space: nowrap; }
.stamp::before { content: ""; width: .6em; height: .6em; }
.stamp.actual { color: var(--done); }
.stamp.actual::before { background: currentColor; }
.stamp.target { color: var(--goal); border-style: dashed; }
.stamp.target::before { border: 1.5px solid currentColor; transform: rotate(45deg) scale(.86); }
.derived li { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .8rem; padding: .3rem .75rem; border-inline-start: 3px double var(--edge); }
.derived .amount { font-family: var(--sans); font-weight: 600; }
.derived .amount::before { content: "= "; }
.derived .what { color: var(--soft); font: .9rem/1.6 var(--sans); }

/* Notes under a short rule, as a printed page has them. */
.title { color: var(--soft); font-size: .85rem; font-weight: 650; letter-spacing: .04em; }
.citations::before { content: ""; display: block; width: 6rem; margin-bottom: .45rem; border-top: 1px solid var(--edge); }
.citations ol { display: grid; gap: .65rem; margin-block: .3rem 0; padding-inline-start: 1.5rem; }
.citations li::marker { color: var(--soft); font-size: .85rem; font-variant-numeric: tabular-nums; }
blockquote { font-family: var(--serif); line-height: 1.6; white-space: pre-line; unicode-bidi: plaintext; }
.related ul { display: grid; gap: .65rem; margin-top: .3rem; }
.related li { padding-inline-start: .75rem; border-inline-start: 2px dotted var(--edge); color: var(--soft); }
.where { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: .6rem; color: var(--soft); font-size: .85rem; }
.where a { padding-block: .2rem; }
.step::before { content: "›"; margin-inline-end: .5rem; }
.single .of-report { display: none; }
.excerpt { margin-top: .35rem; padding-block: .35rem; border-block: 1px solid var(--rule); background: var(--wash); }
.line { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); column-gap: .6rem; color: var(--soft); font: .95rem/1.6 var(--serif); }
.line.cited { color: var(--ink); }
.number { font: .75rem/2 var(--sans); font-variant-numeric: tabular-nums; text-align: end; color: var(--soft); user-select: none; }
.print { white-space: pre-wrap; unicode-bidi: plaintext; }
.quoted { background: var(--quoted); }
mark { background: var(--cited); color: inherit; }
.contact { padding: .5rem .75rem; border: 1px solid var(--edge); }

/* Controls. */
button { min-height: 2.75rem; padding: .35rem .9rem; border: 1px solid var(--edge); border-radius: 2px; background: transparent; text-align: start; cursor: pointer; }
button:hover { border-color: currentColor; background: var(--wash); }
button:disabled { opacity: .6; cursor: default; }
.tools button, .opinion > button, .look { min-height: 2rem; padding: .15rem .5rem; border-color: transparent; color: var(--link); font-size: .85rem; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .25em; }
.tools button:hover, .opinion > button:hover, .look:hover { border-color: currentColor; }
.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-inline-start: -.5rem; color: var(--soft); font-size: .85rem; }
.tools, .opinion { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .25rem; }
.tools .said:not(:empty) { padding-inline: .5rem; }
.tools label { display: block; }
.opinion > span, .opinion > p { padding-inline: .5rem; }
.opinion:has(.why) { flex-basis: 100%; }
.why { display: grid; gap: .5rem; width: 100%; margin: .4rem 0 0 .5rem; padding: .75rem; border: 1px solid var(--rule); color: var(--ink); }
.why legend { float: inline-start; width: 100%; font-weight: 600; }
.reason { display: inline-flex; align-items: center; gap: .4rem; min-height: 2rem; }
.reasons { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.why .send-opinion { justify-self: start; }
textarea, .own { width: 100%; padding: .5rem .7rem; border: 1px solid var(--edge); border-radius: 2px; background: var(--card); }
textarea::placeholder { color: var(--soft); opacity: 1; }
.suggestions ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); column-gap: 1.25rem; margin-top: .25rem; }
.suggestions li { display: grid; }
.suggestion { display: flex; gap: .5rem; width: 100%; padding-inline: .25rem; border: 0; border-bottom: 1px solid var(--rule); border-radius: 0; color: var(--link); }
.suggestion::before { content: "›"; color: var(--soft); }
/* Only the newest answer offers what to ask next. */
.turn:not(:last-child) .suggestions { display: none; }

.waiting { padding-inline-start: 2.25rem; color: var(--soft); }
.waiting::after { content: ""; display: block; width: 6rem; margin-top: .5rem; border-top: 2px solid var(--accent); animation: reading 1.6s ease-in-out infinite alternate; transform-origin: left; }
@keyframes reading { from { transform: scaleX(.08); } }
.failure { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .6rem .75rem; border: 1px solid var(--accent); border-inline-start-width: 4px; }
.failure p { flex: 1 1 12rem; }
.offline { padding-block: .6rem; border-top: 1px solid var(--rule); font-weight: 600; }

.ask { display: grid; gap: .4rem; padding-block: .85rem; border-top: 1px solid var(--edge); }
.ask label { font-weight: 650; }
.ask textarea { min-height: 4.25rem; max-height: 14rem; field-sizing: content; resize: vertical; }
.notice { color: var(--accent); }
.buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .5rem; }
.clear { margin-inline-end: auto; border-color: transparent; color: var(--soft); }
.send { padding-inline: 1.75rem; border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 650; letter-spacing: .1em; }
.send:hover { background: var(--accent); border-color: var(--ink); }
.examples { padding-block: 0 .85rem; }

/* A button in the corner, and the panel that it opens. */
.floating { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; container-type: normal; }
.launcher { display: block; margin-inline-start: auto; min-height: 3rem; padding-inline: 1.1rem; border: 3px double var(--on-accent); background: var(--accent); color: var(--on-accent); font: 600 1.05rem var(--serif); box-shadow: 0 2px 10px rgb(0 0 0 / .3); }
.launcher:hover { background: var(--accent); }
.floating .panel { width: min(27rem, calc(100vw - 2rem)); height: min(var(--height, 40rem), calc(100dvh - 2rem)); border: 1px solid var(--edge); border-top: 4px double var(--edge); container-type: inline-size; box-shadow: 0 6px 30px rgb(0 0 0 / .25); }
.close { min-height: 2.25rem; flex: none; padding: .1rem .6rem; }
@media (max-width: 30rem) {
  .floating:has(.panel:not([hidden])) { inset: 0; }
  .floating .panel { width: 100%; height: 100dvh; }
}

@container (max-width: 36rem) {
  .figures { display: block; }
  .figures li { display: flex; flex-wrap: wrap; gap: .1rem .7rem; }
  .figures .what { flex: 1 1 50%; }
}
@container (max-width: 27rem) {
  .said-by, .answer { display: block; }
  .who { float: inline-start; margin-inline-end: .6rem; }
  .answer > * + * { margin-top: .85rem; }
  .answer > :not(.head, .text) { clear: both; }
  .waiting { padding-inline-start: 0; }
  .figures .what { flex-basis: 100%; }
  .citations ol { padding-inline-start: 1.3rem; }
}
@supports not (grid-template-columns: subgrid) { .figures { display: block; } .figures li { display: flex; flex-wrap: wrap; } .figures .what { flex: 1; } }
@media (prefers-reduced-motion: reduce) { .waiting::after { animation: none; } }
@media (forced-colors: active) { .stamp.actual::before { background: CanvasText; } .who, .send, .launcher { border: 1px solid; } }
@media print {
  .ask, .examples, .suggestions, .foot, .look, .launcher, .close, .offline, .failure { display: none !important; }
  .sized .panel, .floating .panel { height: auto; overflow: visible; }
  .floating { position: static; }
  .sized .log { overflow: visible; }
  .turn { break-inside: avoid-page; }
  .citations .where a::after { content: " " attr(href); font-size: .75rem; }
}
`;
