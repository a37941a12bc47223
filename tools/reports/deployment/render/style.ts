/** The page carries its own style: it is opened offline, printed, and read on a phone, by day and by night. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #55606e; --page: #f6f7f9; --card: #fff; --line: #d5dae1;
  --accent: #1f5fa8; --bad: #a01722; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a5b0be; --page: #12161c; --card: #1a2028;
  --line: #343d49; --accent: #8fbdf2; --bad: #ff9a9f; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 12px; }
.part h2 { font-size: 1.3rem; margin: 44px 0 10px; padding-top: 12px; border-top: 2px solid var(--line); scroll-margin-top: 8px; }
.part h3 { font-size: 1.05rem; margin: 26px 0 6px; }
.part p { margin: 8px 0 12px; max-width: 80ch; }
a { color: var(--accent); }
code { font: 0.87em/1.45 ui-monospace, SFMono-Regular, Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; margin: 8px 0 16px; overflow-x: auto; }
pre code { overflow-wrap: normal; }
figure { margin: 8px 0 16px; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--soft); }
.scroll { overflow-x: auto; margin: 8px 0 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.scroll:focus-visible, pre:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.part table { border-collapse: collapse; width: 100%; background: var(--card); }
.part caption { text-align: left; padding: 8px 12px; color: var(--soft); font-size: 0.9rem; }
.part th, .part td { text-align: left; vertical-align: top; padding: 7px 12px; border-top: 1px solid var(--line); }
.part thead th { font-size: 0.85rem; color: var(--soft); }
.part tbody th { font-weight: 600; }
.plain { list-style: none; padding: 0 14px; }
.plain li { margin: 4px 0; }
details { border: 1px solid var(--line); border-radius: 6px; background: var(--card); margin: 8px 0; padding: 0 14px; overflow-x: auto; }
summary { cursor: pointer; padding: 9px 0; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; list-style: none; }
.narrow { display: none; }
.cost-table { display: block; overflow-x: auto; }
.part .cost-usd { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.cost-group > * { font-weight: 600; }
.cost-breach { border-left: 4px solid var(--bad); padding-left: 12px; }
.compliance-summary table { display: block; overflow-x: auto; }
.compliance-status { white-space: nowrap; }
[data-status="violated"] .compliance-status { color: var(--bad); font-weight: 600; }
@media (max-width: 760px) { main { padding: 16px 12px 48px; } .wide { display: none; } .narrow { display: block; }
  .part th, .part td { padding: 6px 9px; } .scroll table:has(thead) { min-width: 640px; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --page: #fff; --card: #fff; --line: #999; --accent: #000; }
  body { font-size: 9.5pt; } main { max-width: none; padding: 0; } nav { display: none; } a { text-decoration: none; }
  .scroll, pre, details { overflow: visible; } pre { white-space: pre-wrap; } thead { display: table-header-group; }
  tr, figure, summary { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
