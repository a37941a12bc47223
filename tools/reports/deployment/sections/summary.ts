import { type Block, code, type Row, type Section, text } from "../block";
import { outputText, placeOf } from "../facts";
import type { ReportInput } from "../input";

/** Dollars without cents: the estimate is no better than that. */
const dollars = (usd: number) => `USD ${String(Math.round(usd))}`;
const minutes = (seconds: number) => `${String(Math.max(1, Math.round(seconds / 60)))} min`;

/** What somebody asks first. */
export function summarySection(input: ReportInput): Section {
  const { snapshot, matrix, time, today } = input;
  const { account, region } = placeOf(snapshot);
  const made = snapshot.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const components = snapshot.resources.filter(({ type }) => type.startsWith("telehealth:"));
  const facts: Row[] = [
    [["stack"], [`${snapshot.project} / ${snapshot.stack}`]],
    [["status"], [statusOf(input)]],
    [["account, region"], [`${account}, ${region}`]],
    [["date of this report"], [today]],
    [["resources"], [`${String(made.length)} in ${String(components.length)} components`]],
    [["cost a month"], [costText(input)]],
    [
      ["first deployment"],
      [`about ${minutes(time.total.typical)} (${minutes(time.total.low)} to ${minutes(time.total.high)}), estimated`],
    ],
    [
      ["policies"],
      [matrix.refused ? "a mandatory rule is violated: see the checklist" : "no mandatory rule is violated"],
    ],
    ...address("API", outputText(snapshot, "apiUrl")),
    ...address("recordings", outputText(snapshot, "videoUrl")),
  ];
  return {
    id: "summary",
    title: "Summary",
    blocks: [table(facts), ...notYet(input)],
  };
}

const table = (rows: readonly Row[]): Block => ({ kind: "table", title: "Summary", hasHeading: false, head: [], rows });
const address = (name: string, url: string | undefined): Row[] => (url === undefined ? [] : [[[name], [code(url)]]]);

function statusOf({ snapshot, real }: ReportInput): string {
  if (snapshot.kind === "preview") return "planned: this is what an update would make";
  return real ? "deployed" : "deployed on the offline AWS, which is a rehearsal";
}

function costText({ cost }: ReportInput): string {
  const columns = cost.columns.map(({ title }, index) => `${title} ${dollars(cost.totals[index] ?? 0)}`);
  return `${columns.join(", ")}; list prices`;
}

function notYet({ snapshot }: ReportInput): Block[] {
  if (snapshot.kind === "state") return [];
  const command = `npm start -- up --stack ${snapshot.stack} --yes`;
  return [
    text("Nothing has an id yet, and commands have gaps. On the offline AWS they are filled by ", code(command), "."),
  ];
}
