import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createAccount } from "../../stacks/account";
import { createPlatform } from "../../stacks/platform";
import { entries } from "../../tools/catalogue";
import { deploy, type Recorded } from "../harness";
import { committedAccount, committedProfile, STACKS } from "./profiles";

const PAGE = /docs\/runbooks\/([a-z-]+)\.md$/;
const METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const pageOf = ({ inputs }: Recorded) => PAGE.exec(String(inputs["alarmDescription"]))?.[1] ?? "no page";
/** Without the environment before it. */
const nameOf = ({ inputs }: Recorded) => String(inputs["name"]).replace(/^[a-z]+-[a-z]+-/, "");

/** Whether a runbook has an alarm's name between backticks; an asterisk stands for any letters. */
function names(page: string, alarm: string): boolean {
  const path = join(__dirname, "../../docs/runbooks", `${page}.md`);
  if (!existsSync(path)) return false;
  const words = [...readFileSync(path, "utf8").matchAll(/`([a-z0-9*-]+)`/g)].map(([, word = ""]) => word);
  return words.some((word) => new RegExp(`^${word.replaceAll("*", ".+")}$`).test(alarm));
}

describe("the alarms of the committed stacks", function () {
  this.timeout(120_000);
  let account: readonly Recorded[];
  const environments: Recorded[] = [];
  const metricAlarms = (resources: readonly Recorded[]) => resources.filter(({ type }) => type === METRIC_ALARM);
  before(async () => {
    account = (await deploy((opts) => createAccount(committedAccount(), opts))).resources;
    for (const stack of STACKS)
      environments.push(...(await deploy((opts) => createPlatform(committedProfile(stack), opts))).resources);
  });

  // The account's audit alarms are many of one kind, and have one page that names some of them.
  it("of an environment stand by name on the page that they lead to", () => {
    const rows = metricAlarms(environments).filter(({ parent }) => parent === "alarms");
    assert.ok(rows.length > 50);
    const missing = rows.filter((alarm) => !names(pageOf(alarm), nameOf(alarm)));
    assert.deepEqual([...new Set(missing.map((alarm) => `docs/runbooks/${pageOf(alarm)}.md: ${nameOf(alarm)}`))], []);
  });

  it("lead to every page that the catalogue has for a type", () => {
    const pages = new Set(metricAlarms([...account, ...environments]).map(pageOf));
    const unwatched = [...entries()].filter(([, { alarms }]) => typeof alarms === "string" && !pages.has(alarms));
    assert.deepEqual(
      unwatched.map(([type]) => type),
      [],
    );
  });
});
