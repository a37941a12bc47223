import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./measure/child";
import { writeCopies, writeDefaults } from "./programs";
import { COPIES, type ScenarioId } from "./report";

/** Something to measure, and what has to be done before each run of it without being measured. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly command: Command;
  /** The state it starts from. @default none: it needs no stack */
  readonly startsFrom?: State;
}

/** Folders of states: a stack that has nothing, and one that is up. */
export interface State {
  readonly kind: "new" | "up";
  readonly stack: string;
}

const NEW_PROD: State = { kind: "new", stack: "prod" };

/** All that is measured, in the order of the table. What it runs lies in `work`. */
export function scenarios(root: string, work: string): readonly Scenario[] {
  const ours = { program: root, pack: join(root, "policies") };
  const defaults = writeDefaults(root, join(work, "defaults"));
  const pulumi = (program: string, pack: string, stack: string, verb: "preview" | "up") =>
    pulumiCommand(root, work, [program, pack, stack, verb, ...(verb === "up" ? ["--yes", "--skip-preview"] : [])]);
  const preview = (id: ScenarioId, title: string, { program, pack }: typeof ours, stack = "prod"): Scenario => ({
    ...{ id, title },
    command: pulumi(program, pack, stack, "preview"),
    startsFrom: { kind: "new", stack },
  });
  const copies = (count: (typeof COPIES)[number]): Scenario => {
    const program = writeCopies(root, join(work, `copies-${String(count)}`), count);
    return preview(`growth-${count}`, titleOfCopies(count), { program, pack: ours.pack });
  };
  return [
    preview("preview-dev", "preview of dev, whole pack", ours, "dev"),
    preview("preview-dev-no-pack", "preview of dev, no pack", { ...ours, pack: "-" }, "dev"),
    preview("preview-prod", "preview of prod, whole pack", ours),
    preview("preview-prod-no-pack", "preview of prod, no pack", { ...ours, pack: "-" }),
    {
      id: "up-prod",
      title: "first up of prod, whole pack",
      command: pulumi(ours.program, ours.pack, "prod", "up"),
      startsFrom: NEW_PROD,
    },
    {
      id: "preview-prod-again",
      title: "preview of an unchanged prod, whole pack",
      command: pulumi(ours.program, ours.pack, "prod", "preview"),
      startsFrom: { kind: "up", stack: "prod" },
    },
    packStart("pack-start", "start of the pack", root, ours.pack),
    ...COPIES.map(copies),
    preview("defaults-preview-prod", "Pulumi's defaults: preview of prod, whole pack", defaults),
    preview("defaults-preview-prod-no-pack", "Pulumi's defaults: preview of prod, no pack", { ...defaults, pack: "-" }),
    packStart("defaults-pack-start", "Pulumi's defaults: start of the pack", root, defaults.pack),
  ];
}

function titleOfCopies(count: number): string {
  if (count === 0) return "growth: a program that makes nothing, whole pack";
  return `growth: ${String(count)} x prod in one program, whole pack`;
}

export function pulumiCommand(root: string, work: string, words: readonly string[]): Command {
  const [program = root, pack = "-", ...line] = words;
  const run = [join(root, "tools", "run"), "bench-command", program, pack, join(work, "run"), ...line];
  return { words: run, cwd: root };
}

/** The SDK's runner of packs prints its port when it is ready. The engine it is told about is not asked for anything. */
function packStart(id: ScenarioId, title: string, root: string, pack: string): Scenario {
  const runner = join(root, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack");
  return { id, title, command: { words: [runner, "127.0.0.1:1", pack], cwd: pack, untilItSpeaks: true } };
}

/** Lays a copy of the state that a run starts from where the run will change it. */
export function layState(work: string, { kind, stack }: State): void {
  rmSync(join(work, "run"), { recursive: true, force: true });
  cpSync(join(work, `${kind}-${stack}`), join(work, "run"), { recursive: true });
}
