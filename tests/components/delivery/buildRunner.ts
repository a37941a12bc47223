import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type Buildspec, buildspecText } from "../../../components/delivery/buildspec";

export interface Ran {
  readonly code: number;
  /** Each command that stood-in programs were called with, in order. */
  readonly calls: string[];
  readonly output: string;
}

/** Programs a build calls, beside bash itself: path under the workspace, or a name on PATH. */
const PROGRAMS = ["aws", "curl", "docker", "jq", "npm", "python", "sleep", "tar", "trivy"];
const INSTALLED = ["application/bin/pip", "application/bin/python", "scanners/bin/pip"];
const SCANNERS = ["scanners/bin/pip-audit", "scanners/bin/semgrep"];

/**
 * Runs a buildspec as CodeBuild does: all commands in one shell, until the first that fails. Programs are stood in for:
 * each notes its call; `answers` maps the beginning of a call to bash that runs in its place.
 */
export function runBuild(
  spec: Buildspec,
  environment: Record<string, string>,
  answers: Record<string, string> = {},
  skipInstall = true,
): Ran {
  const folder = mkdtempSync(join(tmpdir(), "buildspec-"));
  try {
    const calls = join(folder, "calls");
    writeFileSync(calls, "");
    const cases = Object.entries(answers).map(([begin, answer]) => `  ${quoted(begin)}*) ${answer} ;;`);
    for (const program of [...PROGRAMS.map((each) => `bin/${each}`), ...INSTALLED, ...SCANNERS]) {
      const path = join(folder, program);
      mkdirSync(dirname(path), { recursive: true });
      const call = `call="$(basename "$0") $*"\necho "$call" >> ${quoted(calls)}\ncase "$call" in\n${cases.join("\n")}\nesac`;
      writeFileSync(path, `#!/bin/bash\n${call}\n`);
      chmodSync(path, 0o755);
    }
    const { phases } = parse(buildspecText(spec));
    const wanted = ["install", "pre_build", "build"].filter((each) => each !== "install" || !skipInstall);
    const commands: string[] = wanted.flatMap((each) => phases[each].commands);
    const script = commands.map((each) => `${each.replaceAll("/tmp/", `${folder}/`)}\n[ $? = 0 ] || exit 1`).join("\n");
    const path = `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`;
    const env = { ...environment, PATH: path, HOME: folder, AWS_REGION: "us-east-1" };
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, env, encoding: "utf8" });
    const lines = readFileSync(calls, "utf8").split("\n");
    return { code: status ?? -1, calls: lines.filter((each) => each !== ""), output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
