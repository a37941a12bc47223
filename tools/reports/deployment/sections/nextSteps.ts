import { code, LINE_BREAK, type Row, type Section, type Span, text } from "../block";
import { propertyOf } from "../../../shared/snapshot/find";
import { outputText } from "../facts";
import type { ReportInput } from "../input";
import { SIGNS } from "./troubleshooting";

type Status = "open" | "look" | "done";
interface Step {
  readonly status: Status;
  readonly what: string;
  readonly says: string;
  readonly type: readonly string[];
}

const ORDER: readonly Status[] = ["open", "look", "done"];
const WORDS: Readonly<Record<Status, string>> = { open: "open", look: "to look at", done: "done" };

/** What is still to be done, by what the state, the settings and the doctor say; what nothing can see is said to be so. */
export function nextSteps(input: ReportInput): Section {
  const steps = [...fromState(input), ...fromDoctor(input), ...byPeople(input)];
  const sorted = ORDER.flatMap((status) => steps.filter((each) => each.status === status));
  const count = (status: Status) => String(steps.filter((each) => each.status === status).length);
  const rows = sorted.map(({ status, what, says, type }): Row => [
    [`${status === "done" ? SIGNS.good : status === "open" ? SIGNS.wrong : SIGNS.unknown} ${WORDS[status]}`],
    [what],
    linesOf([...(says === "" ? [] : [says]), ...type]),
  ]);
  return {
    id: "next-steps",
    title: "Next steps",
    blocks: [
      text(`${count("open")} open, ${count("look")} that no state shows, ${count("done")} done.`),
      { kind: "table", title: "Next steps", hasHeading: false, head: ["state", "step", "how"], rows },
    ],
  };
}

/** One below the other, each as what it is. */
function linesOf(lines: readonly string[]): readonly Span[] {
  return lines.flatMap((each, index): Span[] => [
    ...(index === 0 ? [] : [LINE_BREAK]),
    isTyped(each) ? code(each) : each,
  ]);
}

/** Whether a line is to be typed, rather than read. */
const isTyped = (line: string) => /^(npm|aws|curl|dig|git|telehealth:)/.test(line);

/** Settings that a resource has or has not. */
function fromState({ snapshot }: ReportInput): Step[] {
  const { resources, stack } = snapshot;
  const cluster = resources.find(({ type }) => type === "aws:rds/cluster:Cluster");
  const pool = resources.find(({ type }) => type === "aws:cognito/userPool:UserPool");
  const steps: Step[] = [];
  if (cluster !== undefined) {
    const isOn = propertyOf(cluster, "deletionProtection") === true;
    steps.push({
      status: isOn ? "done" : "open",
      what: "protect the database from deletion",
      says: isOn ? `${cluster.name} cannot be deleted by one call.` : "Before real data comes, in its stack's file:",
      type: isOn ? [] : [`telehealth:deletionProtection: true`, `npm run up -- --stack ${stack}`],
    });
  }
  if (pool !== undefined) {
    const isOn = propertyOf(pool, "mfaConfiguration") === "ON";
    steps.push({
      status: isOn ? "done" : "open",
      what: "ask everybody for a second factor",
      says: isOn ? "Cognito asks for it; each person sets it up at the first sign-in." : "mfaConfiguration is not ON.",
      type: [],
    });
  }
  return steps;
}

/** The doctor's findings about the settings and about what is deployed. */
function fromDoctor({ findings }: ReportInput): Step[] {
  return findings.map(({ verdict, title, says, fix }) => ({
    status: verdict === "good" ? "done" : verdict === "unknown" ? "look" : "open",
    what: title,
    says,
    type: verdict === "good" ? [] : fix,
  }));
}

/** What happens inside of what is deployed, where no state looks. */
function byPeople({ snapshot, real }: ReportInput): Step[] {
  const which = `--stack ${snapshot.stack}${real ? " --real" : ""}`;
  const steps: readonly (readonly [needs: string, what: string, says: string, ...type: string[]])[] = [
    [
      "migrationTaskArn",
      "run the migrations",
      "They make the tables and the database user of the API.",
      `npm run ops -- migrate ${which}`,
    ],
    [
      "userPoolId",
      "invite the first administrator",
      "",
      `npm run ops -- create-admin ${which} --email <address> --organization <organization>`,
    ],
    ["databaseEndpoint", "connect to the database once", "", `npm run ops -- tunnel ${which}`],
    [
      "importTaskArn",
      "bring the data of the old system in",
      "Only if there is one: docs/import-from-supabase.md.",
      `npm run ops -- import-dump ${which} --dump <file>`,
    ],
    ["videosBucket", "upload a recording and play it", "", `npm run ops -- sign-video ${which} --key <key>`],
    [
      "backupVault",
      "restore the database once, and keep the evidence",
      "",
      `npm run ops -- restore-drill ${which} --evidence drill.json`,
    ],
  ];
  return steps
    .filter(([needs]) => outputText(snapshot, needs) !== undefined)
    .map(([, what, says, ...type]) => ({ status: "look", what, says, type }));
}
