import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SECRET_SETTINGS } from "../../stacks/secretSettings";
import { main as compliance } from "../../tools/reports/compliance/main";
import { main as cost } from "../../tools/reports/cost/main";
import { main as diagram } from "../../tools/reports/diagram/main";
import { main as doctor } from "../../tools/reports/doctor/main";
import { main as environment } from "../../tools/reports/env/main";
import { main as policy } from "../../tools/reports/policy/main";
import { main as report } from "../../tools/reports/deployment/main";
import { main as runbooks } from "../../tools/reports/runbooks/main";
import { Workspace } from "./workspace";
import { type Main, runHere } from "../runHere";

/** One for each secret of the settings, as long and as rare as a real one. */
const MARKERS: Readonly<Record<string, string>> = {
  oidcClientSecret: "MARKER-7f3a91c2-oidc-e55d",
  webAccessToken: "MARKER-b08d64e1-token-21fc",
  webPassword: "MARKER-4c6e02d9-password-9a7b",
};
/** Secrets that a shell may hold while the program runs. */
const ENVIRONMENT = {
  AWS_SECRET_ACCESS_KEY: "MARKER-e3d27f50-aws-key-6c81",
  AWS_SESSION_TOKEN: "MARKER-1d9b48a6-session-f0e3",
  PULUMI_ACCESS_TOKEN: "MARKER-85fa13c7-pulumi-2bd4",
};
const ALL = [...Object.values(MARKERS), ...Object.values(ENVIRONMENT)];

/** Settings under which every secret is asked for. */
const WITH_SECRETS = {
  web: {
    branch: "main",
    stage: "DEVELOPMENT",
    repositoryUrl: "https://git.example.com/clinic/web",
    basicAuthUser: "clinic",
  },
  "identity.oidc": {
    name: "Clinic",
    issuer: "https://accounts.example.com",
    clientId: "telehealth",
    domainPrefix: "telehealth-dev-example",
  },
};

/** A secret can also be read where it was only packed: as base64, at any of its three alignments. */
const forms = (marker: string): readonly string[] => [
  marker,
  ...["", "a", "aa"].map((before) =>
    Buffer.from(before + marker)
      .toString("base64")
      .slice(4, -4),
  ),
  encodeURIComponent(marker),
];
const shows = (text: string): string[] => ALL.filter((each) => forms(each).some((form) => text.includes(form)));

/** Every report in every format: what it is run by, and the words that come before the file. */
const REPORTS: readonly (readonly [Main, ...string[]])[] = [
  ...["text", "json", "sarif", "junit"].map((format) => [policy, "report", "--format", format] as const),
  ...["html", "csv", "json", "markdown"].map((format) => [compliance, "--format", format] as const),
  ...["text", "json", "csv", "html", "markdown"].map((format) => [cost, "--format", format] as const),
  [diagram],
  ...["html", "markdown"].map((format) => [report, "--format", format, "--out", "-"] as const),
];
/** These are about what is deployed. */
const REPORTS_OF_STATE: typeof REPORTS = [
  ...["dotenv", "json"].map((format) => [environment, "--format", format] as const),
  [runbooks],
  ...["video", "sign-in"].map((symptom) => [doctor, "--format", "json", "--explain", symptom] as const),
];

/** What is read of a file or a folder; nothing of one that is gone by then, or of a folder read as a file. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENXIO") return undefined;
    throw error;
  }
}

describe("secrets of the settings and of the shell", function () {
  this.timeout(180_000);
  let workspace: Workspace;
  let temporary: string;
  let settings: string;
  /** What was found in plain text, and where. */
  const leaks: string[] = [];

  const look = (text: string, where: string) => {
    for (const marker of shows(text)) leaks.push(`${marker} in ${where}`);
  };

  /** Every file below a folder, but for the log of events, which a test of its own reads. */
  const lookBelow = (folder: string) => {
    const isKept = (file: string) => !file.includes("node_modules") && !file.endsWith("events.json");
    for (const each of ifThere(() => readdirSync(folder, { recursive: true, encoding: "utf8" })) ?? []) {
      const text = isKept(each) ? ifThere(() => readFileSync(join(folder, each), "latin1")) : undefined;
      if (text !== undefined) look(text, each);
    }
  };

  /** Runs a command with secrets in its environment; its temporary files are looked into while it runs. */
  const run = async (...words: string[]): Promise<{ code: number; output: string }> => {
    const child = spawn(process.execPath, words, {
      cwd: workspace.folder,
      env: { ...process.env, ...ENVIRONMENT, TMPDIR: temporary, NO_COLOR: "1", PULUMI_DEBUG_COMMANDS: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const watch = setInterval(() => {
      lookBelow(temporary);
    }, 1_000);
    const code = await new Promise<number>((resolve) => {
      child.on("close", (ended) => {
        resolve(ended ?? 1);
      });
    });
    clearInterval(watch);
    return { code, output };
  };
  const pulumi = async (...words: string[]) => {
    const ran = await run(join(workspace.folder, "tools", "run"), "start", ...words);
    assert.equal(ran.code, 0, ran.output.slice(-3000));
    return ran.output;
  };
  const pulumiWithSettings = (...words: string[]) => pulumi(...words, "--stack", "dev", "--config-file", settings);

  before(async () => {
    workspace = new Workspace();
    temporary = join(workspace.folder, "tmp");
    mkdirSync(temporary);
    workspace.configure("dev", WITH_SECRETS);
    settings = join(workspace.folder, "with-secrets.yaml");
    copyFileSync(join(workspace.folder, "Pulumi.dev.yaml"), settings);
    for (const [key, marker] of Object.entries(MARKERS))
      await pulumiWithSettings("config", "set", "--secret", `telehealth:${key}`, marker);
  });
  after(() => {
    workspace.dispose();
  });
  afterEach(() => {
    assert.deepEqual([...new Set(leaks.splice(0))], []);
  });

  it("are all that the program has", () => {
    assert.deepEqual(Object.keys(MARKERS).sort(), [...SECRET_SETTINGS].sort());
  });

  it("are not in a preview", async () => {
    const plan = await pulumiWithSettings("preview", "--json");
    look(plan, "preview --json");
    workspace.write("plan.json", plan.slice(plan.indexOf("{")));
  });

  it("are not in what an update says, nor in its log of events", async () => {
    const log = join(temporary, "events.json");
    look(await pulumiWithSettings("up", "--yes", "--skip-preview", "--event-log", log), "up");
    // The SDK's own debug messages hold what is made of a secret: that log is no report, and is deleted after use.
    const events = readFileSync(log, "utf8").split("\n");
    look(events.filter((each) => !each.includes('"severity":"debug"')).join("\n"), "events.json");
    for (const each of Object.values({ ...MARKERS, ...ENVIRONMENT }))
      assert.ok(!events.some((event) => event.includes(each)), `${each} as it is in events.json`);
    rmSync(log);
  });

  it("are in the state, encrypted", async () => {
    const state = await pulumi("stack", "export", "--stack", "dev");
    look(state, "stack export");
    workspace.write("state.json", state);
    const shown = await pulumi("stack", "export", "--show-secrets", "--stack", "dev");
    // Else nothing here would be a test: each reached the state, and is found there by the same search.
    for (const marker of Object.values(MARKERS))
      assert.ok(shows(shown).includes(marker), `${marker} reached no resource`);
  });

  it("are not in the outputs of the stack, its history or its settings", async () => {
    for (const words of [["output", "--json"], ["history"], []])
      look(await pulumi("stack", ...words, "--stack", "dev"), `stack ${words.join(" ")}`);
    look(await pulumiWithSettings("config"), "config");
  });

  it("are in no report of any format", async () => {
    const runs = [
      ...REPORTS.map((each) => [...each, "--file", join(workspace.folder, "plan.json")] as const),
      ...[...REPORTS, ...REPORTS_OF_STATE].map(
        (each) => [...each, "--file", join(workspace.folder, "state.json")] as const,
      ),
    ];
    for (const [main, ...words] of runs) {
      const { code, stdout, stderr } = await runHere(main, words);
      assert.ok(code === 0 || code === 1, `${words.join(" ")}: ${stderr}`);
      assert.ok(stdout.length > 100, `${words.join(" ")} shows nothing`);
      look(stdout + stderr, words.join(" "));
    }
  });

  it("are in no file that is left behind", () => {
    lookBelow(workspace.folder);
  });
});
