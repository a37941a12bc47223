import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main as bench } from "../../../../lab/bench/main";
import { main as compliance } from "../../../../tools/reports/compliance/main";
import { main as cost } from "../../../../tools/reports/cost/main";
import { main as diagram } from "../../../../tools/reports/diagram/main";
import { main as doctor } from "../../../../tools/reports/doctor/main";
import { main as env } from "../../../../tools/reports/env/main";
import { operations } from "../../../../tools/ops/operations";
import { main as policy } from "../../../../tools/reports/policy/main";
import { main as quotas } from "../../../../tools/reports/quotas/main";
import { main as report } from "../../../../tools/reports/deployment/main";
import { main as runbooks } from "../../../../tools/reports/runbooks/main";
import { main as supplyChain } from "../../../../lab/supplyChain/main";
import { type Command, commandsIn, documents, ROOT } from "./documents";
import { runHere } from "../../../runHere";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};
const commands = documents.flatMap(commandsIn);
const written = ({ path, script, words }: Command) => `${path}: ${script} ${words.join(" ")}`.trim();

/** Options whose values `--help` lists as well. */
const CHOICES = ["--explain", "--of", "--format", "--users"];

/** By the name of the script. */
const TOOLS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  bench: bench,
  compliance: compliance,
  cost: cost,
  diagram: diagram,
  doctor,
  env,
  "policy:report": (words) => policy(["report", ...words]),
  "policy:gate": (words) => policy(["gate", ...words]),
  quotas: quotas,
  report: report,
  runbooks: runbooks,
  "supply-chain": supplyChain,
};
/** Read by Pulumi, or by nothing that has options of its own. */
const NOT_OURS = ["docs", "format", "policy:score", "preview", "pulumi", "rehearse", "start", "test", "up"];

/** What `--help` says; undefined where it is not ours to check. */
async function usageOf({ script, words }: Command): Promise<string | undefined> {
  if (script === "ops") return operations.find(({ name }) => name === words[0])?.usage ?? "";
  if (NOT_OURS.includes(script)) return undefined;
  const tool = TOOLS[script];
  return tool === undefined ? "" : (await runHere(tool, ["--help"])).stdout;
}

describe("commands in the documents", () => {
  it("are found", () => {
    assert.ok(commands.length > 100, `${commands.length}`);
    const example = {
      path: "x",
      text: "a `npm run ops -- logs --of api \\\n  --since 1h > f` b `npm start -- up`, `npm test`",
    };
    assert.deepEqual(commandsIn(example), [
      { path: "x", script: "ops", words: ["logs", "--of", "api", "--since", "1h"] },
      { path: "x", script: "start", words: ["up"] },
      { path: "x", script: "test", words: [] },
    ]);
  });

  it("name a script of package.json", () => {
    assert.deepEqual(commands.filter(({ script }) => scripts[script] === undefined).map(written), []);
  });

  it("name an operation, after npm run ops", () => {
    const names = operations.map(({ name }) => name);
    const wrong = commands.filter(({ script, words: [name] }) => script === "ops" && !names.includes(name ?? ""));
    // The general form.
    assert.deepEqual(wrong.filter(({ words }) => words[0] !== "<operation>").map(written), []);
  });

  it("use options, and values of them, that --help knows", async () => {
    const wrong: string[] = [];
    for (const command of commands) {
      const usage = await usageOf(command);
      if (usage === undefined) continue;
      for (const [index, word] of command.words.entries()) {
        if (!word.startsWith("--") || word === "--help") continue;
        const value = command.words[index + 1] ?? "";
        const isKnown = new RegExp(`^${word} `, "m").test(usage);
        const isChoice = !CHOICES.includes(word) || new RegExp(`[ ,]${value}\\b`).test(usage);
        if (!isKnown || !isChoice) wrong.push(`${written(command)}: ${word}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("give --real to our own tools only: Pulumi has no such option", () => {
    const pulumi = commands.filter(({ script }) => ["up", "preview", "pulumi", "start"].includes(script));
    assert.deepEqual(pulumi.filter(({ words }) => words.includes("--real")).map(written), []);
  });

  it("in runbooks take the stack that is deployed on AWS", () => {
    const ops = commands.filter(
      ({ path, script, words }) => path.includes("runbooks/") && script === "ops" && words.length > 1,
    );
    // These ask no stack.
    const alone = ({ words }: Command) => words[0] === "recovery-settings" || words.includes("--resources");
    assert.deepEqual(ops.filter((each) => !each.words.includes("--real") && !alone(each)).map(written), []);
  });
});
