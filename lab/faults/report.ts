import type { Operation } from "../../tools/offline/providers/aws/failure";
import type { Fault, Kind } from "./fault";
import { KINDS } from "./fault";
import { nameOf } from "./plan";
import type { Outcome } from "./outcome";

export interface Tried extends Outcome {
  readonly fault: Fault;
}

const OPERATIONS: readonly Operation[] = ["create", "update", "delete"];
const COMMANDS: Readonly<Record<Operation, string>> = { create: "create", update: "update", delete: "destroy" };
const WORDS: Readonly<Record<Kind, string>> = {
  error: "error",
  unanswered: "kill before the answer",
  answered: "kill after the answer",
};

export const survived = ({ problems }: Outcome): boolean => problems.length === 0;

/** A line for each operation, and why each fault that was not survived was not. */
export function report(tried: readonly Tried[]): string {
  const lines = OPERATIONS.flatMap((operation) => {
    const mine = tried.filter(({ fault }) => fault.operation === operation);
    return mine.length === 0 ? [] : [`${COMMANDS[operation]}: ${lineOf(mine)}`];
  });
  const failures = tried
    .filter((each) => !survived(each))
    .flatMap(({ fault, problems }) => [`  ${nameOf(fault)}`, ...problems.map((each) => `    ${each}`)]);
  return [...lines, ...(failures.length > 0 ? ["not survived:", ...failures] : [])].join("\n");
}

function lineOf(tried: readonly Tried[]): string {
  const parts = KINDS.flatMap((kind) => {
    const those = tried.filter(({ fault }) => fault.kind === kind);
    const known = those.reduce((sum, each) => sum + each.known, 0);
    const told = known > 0 ? ` (${String(known)} resources known by pending operations only)` : "";
    const count = `${String(those.filter(survived).length)}/${String(those.length)}`;
    return those.length === 0 ? [] : [`${WORDS[kind]} ${count} survived${told}`];
  });
  return parts.join(", ");
}
