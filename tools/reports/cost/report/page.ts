import type { CostReport } from "../costReport";
import { escapeMarkup } from "../../../shared/markup";
import { costHtml } from "./html";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.cost-bars { margin: 1.5rem 0; }
.cost-table { border-collapse: collapse; display: block; margin: 1.5rem 0; overflow-x: auto; }
.cost-table caption { font-weight: 600; padding: 0.5rem 0; text-align: left; }
.cost-table th, .cost-table td { border-bottom: 1px solid #8c959f55; padding: 0.2rem 0.6rem; text-align: left; }
.cost-table th[scope="col"] { vertical-align: bottom; }
.cost-table .cost-usd { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.cost-table .cost-group > * { border-top: 2px solid #8c959f; font-weight: 600; }
.cost-breach { border-left: 4px solid #d1242f; padding-left: 0.75rem; }`;

/** The section as a page of its own. */
export function costPage(report: CostReport): string {
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeMarkup(`Cost of ${report.stack}`)}</title><style>${STYLE}</style></head>`,
    `<body><main>${costHtml(report)}</main></body>`,
    `</html>\n`,
  ].join("\n");
}
