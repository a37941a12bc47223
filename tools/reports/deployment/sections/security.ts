import { summaryMarkdown, summarySection } from "../../compliance/formats/summary";
import { code, type Section, text } from "../block";
import type { ReportInput } from "../input";

/** What is for people who write the application; no infrastructure can do it for them. */
const APPLICATION = [
  "Every query names the organisation of the signed-in person, and a test tries to read another one's record.",
  "Every reading and change of a record is written to the audit log group, with who, which record and when, and no content.",
  "Nothing of a patient stands in a URL, in a log line, in an error message or in a label of a metric.",
  "Webhooks of vendors are believed only after their signature was checked.",
  "Links to recordings are made when somebody presses play, for minutes, never stored.",
  "Sessions end after a time without use, in the browser too (45 CFR 164.312(a)(2)(iii)).",
] as const;

/** Infrastructure with evidence, then what the application has to do. */
export function securitySections({ matrix, snapshot }: ReportInput): readonly Section[] {
  const all = `npm run compliance -- --stack ${snapshot.stack} --out compliance.html`;
  return [
    {
      id: "compliance-summary",
      title: "Security checklist: infrastructure",
      isWhole: true,
      blocks: [
        { kind: "made", html: summarySection(matrix), markdown: summaryMarkdown(matrix) },
        text("Every judgement with its evidence: ", code(all), "."),
      ],
    },
    {
      id: "application",
      title: "Security checklist: application",
      blocks: [
        text("No tool of this project sees these. Tick them in the review of each release."),
        { kind: "list", items: APPLICATION.map((each) => [`☐ ${each}`]) },
      ],
    },
  ];
}
