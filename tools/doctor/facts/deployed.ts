import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { here, understand } from "../../shared/input";
import { UsageError } from "../../shared/usageError";
import type { Deployed } from "./facts";

const pendingSchema = z.object({
  deployment: z.object({
    pending_operations: z.array(z.object({ resource: z.object({ urn: z.string() }), type: z.string() })).nullish(),
  }),
});

/** The output of `pulumi stack export`, with what a Snapshot leaves out. Undefined for an empty state. */
export function deployedIn(text: string, from: string): Deployed | undefined {
  const snapshot = understand(text, from);
  if (snapshot.kind === "preview")
    throw new UsageError(
      `${from} is a preview. The doctor looks at what is deployed: the output of \`pulumi stack export\`.`,
    );
  const pending = pendingSchema.safeParse(JSON.parse(text)).data?.deployment.pending_operations ?? [];
  if (snapshot.resources.length === 0) return undefined;
  return { snapshot, pending: pending.map(({ resource, type }) => ({ urn: resource.urn, operation: type })) };
}

export function readDeployed(file: string): Deployed | undefined {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : here(file), "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return deployedIn(text, file);
}

/** Asks the engine; undefined if the stack is not deployed or the engine cannot be asked. */
export async function exportDeployed(root: string, stack: string, real: boolean): Promise<Deployed | undefined> {
  const command = [join(root, "tools", real ? "deploy" : "offline"), "stack", "export", "--stack", stack];
  const { code, output } = await new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ["ignore", "pipe", real ? "inherit" : "ignore"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (ended) => {
      resolve({ code: ended ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
  return code === 0 ? deployedIn(output, `the state of ${stack}`) : undefined;
}
