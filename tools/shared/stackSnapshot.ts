import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { Snapshot } from "./snapshot/snapshot";
import { readInput, understand } from "./input";
import { UsageError } from "./usageError";

const ROOT = join(__dirname, "..", "..");

/** Where a report may take its stack from. */
export const SOURCE_OPTIONS = {
  stack: z
    .string()
    .default("dev")
    .describe("the stack on the offline AWS, as deployed, or its preview if it is not  [dev]"),
  real: z.boolean().default(false).describe("takes that stack from your own backend, with your credentials"),
  plan: z.boolean().default(false).describe("takes its preview even if it is deployed"),
  file: z
    .string()
    .optional()
    .describe(
      "reads this instead: the output of `pulumi preview --json` or `pulumi stack export`; - for standard input",
    ),
};

export type SourceChoice = z.infer<z.ZodObject<typeof SOURCE_OPTIONS>>;

/** The stack that the user chose, as it is or as it would become. */
export async function snapshotFrom({ stack, file, real, plan }: SourceChoice): Promise<Snapshot> {
  if (file !== undefined) return wholePlan(readInput(file), file);
  if (plan) return previewOf(stack, real);
  const state = await stateOf(stack, real);
  if (state === undefined)
    console.error(`${stack} is not deployed${real ? "" : " on the offline AWS"}: this is about its preview.`);
  return state ?? previewOf(stack, real);
}

/** Refuses a plan that lists changes only: whatever is missing in it would be missing in the report, too. */
function wholePlan(snapshot: Snapshot, file: string): Snapshot {
  const urns = new Set(snapshot.resources.map(({ urn }) => urn));
  const isWhole = snapshot.resources.every(({ parent }) => parent === undefined || urns.has(parent));
  if (snapshot.kind === "state" || isWhole) return snapshot;
  throw new UsageError(
    `${file} lists only what would change. Write it with \`pulumi preview --json --show-sames\`, or use \`pulumi stack export\`.`,
  );
}

/** A plan that a rule refuses is one too, so the exit code does not matter. */
export async function previewOf(stack: string, real = false): Promise<Snapshot> {
  const { output } = await pulumi(["preview", "--stack", stack, "--json", "--show-sames"], real, "inherit");
  return understand(output, `the preview of ${stack}`);
}

/** What the stack's state holds; undefined if nothing was ever deployed, or the engine cannot be asked. */
export async function stateOf(stack: string, real: boolean): Promise<Snapshot | undefined> {
  const { code, output } = await pulumi(["stack", "export", "--stack", stack], real, real ? "inherit" : "ignore");
  const snapshot = code === 0 ? understand(output, `the state of ${stack}`) : undefined;
  return snapshot !== undefined && snapshot.resources.length > 0 ? snapshot : undefined;
}

function pulumi(words: readonly string[], real: boolean, stderr: "inherit" | "ignore") {
  const command = [join(ROOT, "tools", "run"), real ? "pulumi" : "start", ...words];
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", stderr] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}
