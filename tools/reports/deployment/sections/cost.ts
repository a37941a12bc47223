import { costHtml } from "../../cost/report/html";
import { costMarkdown } from "../../cost/report/markdown";
import type { Section } from "../block";
import type { ReportInput } from "../input";

export function costSection({ cost }: ReportInput): Section {
  return {
    id: "cost",
    title: "Cost",
    isWhole: true,
    blocks: [{ kind: "made", html: costHtml(cost), markdown: costMarkdown(cost, 2) }],
  };
}
