import { z } from "zod";
import { canonical } from "../../../policies/engine/types";
import { HOLDS_DATA } from "../../../policies/facts";
import type { Snapshot, Step } from "../../shared/snapshot/snapshot";
import { readInput } from "../../shared/input";
import { optionsUsage, readWords } from "../../shared/options";
import { UsageError } from "../../shared/usageError";

const OPTIONS = {
  allow: z.array(z.string()).default([]).describe("URNs that may go"),
};

export const GATE_USAGE = `npm run policy:gate -- plan.json [--allow urn ...]

Ends with 1 if the plan deletes or replaces a resource that holds data, unless --allow names its URN.
plan.json  the output of \`pulumi preview --json\`, or - for standard input
${optionsUsage(OPTIONS)}`;

/** Steps after which data is gone, and what they are called where people read. A retained resource is only forgotten. */
const LOSING: Readonly<Record<string, string>> = {
  delete: "is deleted",
  "delete-replaced": "is deleted for its replacement",
  replace: "is replaced",
  "create-replacement": "is replaced",
  discard: "is forgotten",
  "discard-replaced": "is forgotten for its replacement",
};

export interface Loss {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** What happens to it, one entry for each step. */
  readonly what: readonly string[];
  /** Properties that force it, where the plan says so. */
  readonly because: readonly string[];
}

export interface Verdict {
  /** Not named, so in the way. */
  readonly refused: readonly Loss[];
  readonly allowed: readonly Loss[];
  /** Named, though nothing happens to it: the name may be misspelt. */
  readonly unneeded: readonly string[];
}

/** What a plan does to resources that hold data. Names are whole URNs: a pattern would allow what nobody looked at. */
export function judgePlan({ steps }: Pick<Snapshot, "steps">, allowed: readonly string[]): Verdict {
  const byUrn = new Map<string, Step[]>();
  for (const step of steps)
    if (Object.hasOwn(LOSING, step.op) && HOLDS_DATA.includes(canonical(step.type)))
      byUrn.set(step.urn, [...(byUrn.get(step.urn) ?? []), step]);
  const losses = [...byUrn].map(([urn, own]) => ({
    urn,
    type: own[0]?.type ?? "",
    name: own[0]?.name ?? "",
    what: [...new Set(own.map(({ op }) => LOSING[op] ?? op))],
    because: [...new Set(own.flatMap(({ replaceReasons }) => replaceReasons))].toSorted(),
  }));
  return {
    refused: losses.filter(({ urn }) => !allowed.includes(urn)),
    allowed: losses.filter(({ urn }) => allowed.includes(urn)),
    unneeded: allowed.filter((urn) => !byUrn.has(urn)),
  };
}

export function gate(words: readonly string[]): Promise<number> {
  const [[file, ...more], { allow }] = readWords(spelt(words), OPTIONS, GATE_USAGE);
  if (file === undefined || more.length > 0) throw new UsageError(`Name one plan.\n${GATE_USAGE}`);
  const snapshot = readInput(file);
  if (snapshot.kind !== "preview")
    throw new UsageError(
      `${file} is a state, which says nothing of what will happen. Write \`pulumi preview --json\`.`,
    );
  const { refused, allowed, unneeded } = judgePlan(snapshot, allow);
  for (const each of refused) console.error(`✖ ${lineOf(each)}\n    If that is meant: --allow '${each.urn}'`);
  for (const each of allowed) console.log(`✔ ${lineOf(each)}, as allowed`);
  for (const each of unneeded) console.error(`✖ --allow ${each}: nothing that holds data is lost there. Leave it out.`);
  if (refused.length + unneeded.length === 0)
    console.log(
      `${snapshot.stack}: ${allowed.length > 0 ? "nothing else" : "nothing"} that holds data is deleted or replaced.`,
    );
  return Promise.resolve(refused.length + unneeded.length > 0 ? 1 : 0);
}

function lineOf({ type, name, what, because }: Loss): string {
  const reasons = because.length > 0 ? ` because of ${because.join(", ")}` : "";
  return `${name} (${type}) ${what.join(", ")}${reasons}`;
}

/** `--allow a b c` names three, as people write it. */
function spelt(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) =>
    word.startsWith("urn:") && words[index - 1] !== "--allow" ? ["--allow", word] : [word],
  );
}
