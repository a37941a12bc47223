/** Every page carries its own style: it is opened offline, printed, and read on a phone, by day and by night. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --page: #f6f7f9; --card: #fff; --line: #d5dae1;
  --accent: #1f5fa8; --good: #17653a; --good-bg: #e2f3e8; --warn: #7a4b00; --warn-bg: #fdf0d5; --bad: #a01722;
  --bad-bg: #fbe4e5; --none: #4d5866; --none-bg: #e9ecf0; --duty: #523a94; --duty-bg: #ece6f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a5b0be; --page: #12161c; --card: #1a2028;
  --line: #343d49; --accent: #8fbdf2; --good: #7fd6a0; --good-bg: #15331f; --warn: #f0c274; --warn-bg: #3a2c10;
  --bad: #ff9a9f; --bad-bg: #44191d; --none: #b4bdc9; --none-bg: #2a323c; --duty: #c5b3f5; --duty-bg: #2d2448; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 1.3rem; margin: 44px 0 8px; padding-top: 12px; border-top: 2px solid var(--line); scroll-margin-top: 8px; }
h3 { font-size: 1.05rem; margin: 28px 0 4px; scroll-margin-top: 12px; }
p { margin: 6px 0 12px; max-width: 80ch; }
a { color: var(--accent); }
.soft { color: var(--soft); }
code { font: 0.86em/1.45 ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; margin: 8px 0 16px; overflow-x: auto; }
pre code { overflow-wrap: normal; }
figure { margin: 8px 0 16px; }
figure svg { display: block; max-width: 100%; height: auto; }
figure.narrow { display: none; }
figcaption { color: var(--soft); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 16px 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; padding: 0; margin: 16px 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--tone, var(--line)); border-radius: 6px; padding: 10px 14px; }
.tiles b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles small { display: block; color: var(--soft); line-height: 1.35; }
.verdict { border-left: 5px solid var(--tone); background: var(--tone-bg); padding: 10px 16px; border-radius: 4px; max-width: none; }
.scroll { overflow-x: auto; margin: 8px 0 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.scroll:focus-visible, pre:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 8px 12px; color: var(--soft); font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 7px 12px; border-top: 1px solid var(--line); }
thead th { font-size: 0.85rem; color: var(--soft); background: var(--none-bg); white-space: nowrap; }
tbody th, tfoot th, tfoot td, tr.total > * { font-weight: 600; }
tr.group th { background: var(--page); font-size: 0.95rem; padding-top: 14px; }
td small, th small { display: block; color: var(--soft); font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.cite { white-space: nowrap; }
td.wide, th.wide { min-width: 215px; }
.pill { display: inline-block; padding: 1px 9px; border-radius: 10px; font-size: 0.82rem; font-weight: 600; white-space: nowrap; color: var(--tone); background: var(--tone-bg); }
.good { --tone: var(--good); --tone-bg: var(--good-bg); }
.warn { --tone: var(--warn); --tone-bg: var(--warn-bg); }
.bad { --tone: var(--bad); --tone-bg: var(--bad-bg); }
.none { --tone: var(--none); --tone-bg: var(--none-bg); }
.duty { --tone: var(--duty); --tone-bg: var(--duty-bg); }
details { border: 1px solid var(--line); border-radius: 6px; background: var(--card); margin: 8px 0; scroll-margin-top: 12px; }
details .scroll { margin: 0; border-width: 1px 0 0; border-radius: 0; }
details > p, details > pre { margin: 6px 14px; scroll-margin-top: 60px; }
details > p { padding: 0; }
summary { cursor: pointer; padding: 9px 14px; overflow-wrap: anywhere; }
summary small { color: var(--soft); }
.lines { margin: 0; padding: 0; list-style: none; }
.lines li + li { margin-top: 2px; }
.plain { list-style: none; padding: 0 14px; }
.plain li { margin: 4px 0; }
.blank { display: none; }
.sign { display: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; list-style: none; }
@media (max-width: 760px) { main { padding: 16px 12px 48px; } figure.wide { display: none; } figure.narrow { display: block; }
  .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 8px; } th, td { padding: 6px 9px; }
  .tiles { grid-template-columns: repeat(2, 1fr); } .scroll table:has(thead) { min-width: 640px; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --page: #fff; --card: #fff; --line: #999; --accent: #000;
    --good: #0b4a26; --warn: #5c3800; --bad: #8a0f18; --none: #333; --duty: #3a2670; --none-bg: #eee; }
  body { font-size: 9.5pt; } main { max-width: none; padding: 0; } nav { display: none; } a { text-decoration: none; }
  .scroll, pre, details { overflow: visible; } .scroll { border: 0; } .scroll table { font-size: 8.5pt; }
  pre { white-space: pre-wrap; } thead { display: table-header-group; }
  tr, .tiles li, figure, summary { break-inside: avoid; } h2, h3 { break-after: avoid; } .tiles { grid-template-columns: repeat(5, 1fr); }
  .pill { border: 1px solid currentcolor; } td.wide, th.wide { min-width: 0; } .blank { display: table-cell; min-width: 26mm; }
  .sign { display: block; margin-top: 14mm; } .sign p { margin-top: 9mm; border-top: 1px solid #000; width: 80mm; } }
`;
