import type { Tone } from "../model/model";

/** Colours of a zone: its ground and its border. */
type Colours = readonly [ground: string, border: string];

const LIGHT: Readonly<Record<Tone | "plain", Colours>> = {
  plain: ["#f6f8fa", "#c3ccd6"],
  outside: ["#f3f1f8", "#a99cc9"],
  edge: ["#eef3fb", "#8fabd6"],
  public: ["#fdf4e3", "#d8ab55"],
  private: ["#e9f1fa", "#7fa6d0"],
  isolated: ["#e8f4ec", "#74ad88"],
  data: ["#ecf5ef", "#86b597"],
  operations: ["#f3f4f6", "#a7b0bb"],
  recovery: ["#fbf0f1", "#cf9aa2"],
};
const DARK: Readonly<Record<Tone | "plain", Colours>> = {
  plain: ["#161b22", "#3d4752"],
  outside: ["#221f2e", "#6f6494"],
  edge: ["#17212f", "#4a6a99"],
  public: ["#2a2212", "#8f7130"],
  private: ["#16222f", "#43688f"],
  isolated: ["#15271c", "#427a55"],
  data: ["#15261c", "#4a7c5c"],
  operations: ["#1d2229", "#59636f"],
  recovery: ["#2b1b1e", "#8c545d"],
};
const INKS = {
  light: { page: "#ffffff", node: "#ffffff", ink: "#1b2733", quiet: "#45525f", flow: "#1f5f8b", copy: "#8a3a55" },
  dark: { page: "#0d1117", node: "#0f151c", ink: "#e6edf3", quiet: "#aab6c2", flow: "#7cc0ee", copy: "#f0a3b8" },
};

/** The style sheet of one drawing; `id` keeps two of them on one page apart. */
export function styleSheet(id: string): string {
  const light = variables(LIGHT, INKS.light);
  const dark = variables(DARK, INKS.dark);
  return [
    `#${id}{${light};font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}`,
    `@media (prefers-color-scheme:dark){#${id}{${dark}}}`,
    `#${id} text{fill:var(--ink)}`,
    `#${id} .heading{font-size:17px;font-weight:600}`,
    `#${id} .zone,#${id} .title{font-size:13px;font-weight:600}`,
    `#${id} .note,#${id} .mark{font-size:11.5px;fill:var(--quiet)}`,
    `#${id} .label{font-size:11px;fill:var(--flow)}`,
    `#${id} .label.copy{fill:var(--copy)}`,
    ...tones.map((tone) => `#${id} .${tone}{fill:var(--${tone});stroke:var(--${tone}-line)}`),
    `#${id} .node{fill:var(--node)}`,
    `#${id} .cell{stroke-dasharray:4 3}`,
    `#${id} .page,#${id} .ground{fill:var(--page);stroke:none}`,
    `#${id} .ground{opacity:.92}`,
    `#${id} .flow{fill:none;stroke:var(--flow);stroke-width:1.5}`,
    `#${id} .flow.copy{stroke:var(--copy);stroke-dasharray:5 3}`,
    `#${id} .tip{fill:var(--flow)}#${id} .tip.copy{fill:var(--copy)}`,
    `#${id} .symbol{fill:none;stroke:var(--quiet);stroke-width:1.3;stroke-linejoin:round;stroke-linecap:round}`,
  ].join("\n");
}

const tones = ["plain", "outside", "edge", "public", "private", "isolated", "data", "operations", "recovery"] as const;

function variables(colours: typeof LIGHT, inks: (typeof INKS)["light"]): string {
  const zones = tones.flatMap((tone) => [`--${tone}:${colours[tone][0]}`, `--${tone}-line:${colours[tone][1]}`]);
  return [...zones, ...Object.entries(inks).map(([name, colour]) => `--${name}:${colour}`)].join(";");
}
