import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { findEmulator } from "../../../tools/setup/emulator";
import { callsTo } from "../../../tools/ops/shared/calls";
import { outputsOf } from "../../../tools/shared/stackOutputs";
import type { Scene } from "../../../tools/ops/shared/operation";

const REGION = "us-east-1";
const START_MS = 60_000;
const SETTINGS = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing", AWS_REGION: REGION };

/** For clients that a test makes itself, to prepare and to look afterwards. */
export const client = { region: REGION };

/**
 * Plays AWS for the tests of a `describe`: starts moto before the first, empties it before each, stops it after the last.
 * Clients find it by `AWS_ENDPOINT_URL`, as those of the operations do. Without Python the tests are skipped.
 */
export function useEmulator(): void {
  const replaced = new Map<string, string | undefined>();
  let server: ChildProcess | undefined;
  let endpoint = "";

  before(async function () {
    this.timeout(START_MS);
    const command = findEmulator(join(__dirname, "../../.."));
    if (command === undefined) {
      this.skip();
      return;
    }
    const port = await freePort();
    endpoint = `http://127.0.0.1:${port}`;
    server = spawn(command, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
    for (const [key, value] of Object.entries({ ...SETTINGS, AWS_ENDPOINT_URL: endpoint })) {
      replaced.set(key, process.env[key]);
      process.env[key] = value;
    }
    await answers(endpoint);
  });
  beforeEach(async () => {
    await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
  });
  after(() => {
    server?.kill();
    for (const [key, value] of replaced) {
      if (value === undefined) Reflect.deleteProperty(process.env, key);
      else process.env[key] = value;
    }
  });
}

/** What an operation is given, with these outputs of a deployed stack; `said` collects what it prints. */
export function sceneWith(outputs: Record<string, unknown>, isDryRun = false): Scene & { readonly said: string[] } {
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
  };
  const stack = { type: "pulumi:pulumi:Stack", outputs: { region: REGION, ...outputs } };
  const snapshot = { kind: "state", stack: "prod", project: "telehealth", steps: [], resources: [stack] } as any;
  return { outputs: outputsOf(snapshot), calls: callsTo(say, isDryRun), client, which: "--stack prod", say, said };
}

async function answers(endpoint: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      await fetch(`${endpoint}/moto-api/`);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
