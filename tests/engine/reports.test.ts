import { strict as assert } from "node:assert";
import { main as ops } from "../../tools/ops/main";
import { main as compliance } from "../../tools/reports/compliance/main";
import { main as cost } from "../../tools/reports/cost/main";
import { main as report } from "../../tools/reports/deployment/main";
import { main as diagram } from "../../tools/reports/diagram/main";
import { main as doctor } from "../../tools/reports/doctor/main";
import { main as environment } from "../../tools/reports/env/main";
import { main as policy } from "../../tools/reports/policy/main";
import { main as runbooks } from "../../tools/reports/runbooks/main";
import { runHere } from "../runHere";
import { deployed } from "./deployed";

const TODAY = ["--today", "2026-11-24"];
const DIR = "TELEHEALTH_OFFLINE_DIR";

/** As a user has them after `npm start -- up`: every report reads the stack that is deployed on the offline AWS. */
describe("the reports on a deployed stack", function () {
  this.timeout(600_000);
  const own = process.env[DIR];
  before(async () => {
    process.env[DIR] = (await deployed("dev")).offline;
  });
  after(() => {
    if (own === undefined) Reflect.deleteProperty(process.env, DIR);
    else process.env[DIR] = own;
  });

  for (const [says, code, name, main, ...words] of [
    [/^<!doctype html>[\s\S]*deployed on the offline AWS/, 0, "report", report, "--out", "-", ...TODAY],
    [
      /^# Deployment report: telehealth dev[\s\S]*Critical path[\s\S]*database-cluster/,
      0,
      "report",
      report,
      "--format",
      "markdown",
      "--out",
      "-",
      ...TODAY,
    ],
    [/^<svg[\s\S]*10\.10\.0\.0\/16/, 0, "diagram", diagram],
    [/Total +\d/, 0, "cost", cost],
    [/"citations"/, 0, "compliance", compliance, "--format", "json", ...TODAY],
    [/^VITE_AWS_REGION=us-east-1$/m, 0, "env", environment],
    [/No rule refuses an update/, 0, "policy", policy, "report", ...TODAY],
    [/all of it is|may vanish/i, 0, "doctor", doctor, ...TODAY],
    // dev has neither a door for emergencies nor copies in a second region, and the pages say so.
    [/telehealth-dev/, 1, "runbooks", runbooks],
    [/would call ecs RunTask/, 0, "ops", ops, "migrate", "--dry-run"],
  ] as const)
    it(`${[name, ...words].join(" ")} works, and says the same twice`, async () => {
      const run = () => runHere(main, words, { startsPrograms: true });
      const [first, second] = [await run(), await run()];
      assert.equal(first.code, code, first.stderr + first.stdout.slice(-2000));
      assert.match(first.stdout, says);
      assert.equal(first.stdout, second.stdout);
    });
});
