import { htmlSection } from "../../deployTime/render/html";
import { markdownReport } from "../../deployTime/render/markdown";
import type { Section } from "../block";
import type { ReportInput } from "../input";

export function deployTimeSection({ time }: ReportInput): Section {
  return {
    id: "deploy-time-heading",
    title: "Time of a first deployment",
    isWhole: true,
    blocks: [{ kind: "made", html: htmlSection(time, []), markdown: markdownReport(time, []) }],
  };
}
