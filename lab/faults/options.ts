import { z } from "zod";
import type { Operation } from "../../tools/offline/providers/aws/failure";
import { whole } from "../../tools/shared/options";
import type { Kind } from "./fault";
import { KINDS } from "./fault";
import type { Selection } from "./plan";

const positive = whole.refine((count) => count > 0, "is not a count. Write 1 or more");

export const OPTIONS = {
  stack: z
    .enum(["account", "dev", "staging", "prod"], "is not a stack. Write dev, staging, prod or account")
    .default("dev")
    .describe("whose resources [dev]; only dev can be destroyed"),
  operation: z
    .enum(["create", "update", "destroy"], "is not an operation. Write create, update or destroy")
    .optional()
    .describe("create, update or destroy only [all three]"),
  kind: z
    .enum(["error", "kill"], "is not a fault. Write error or kill")
    .optional()
    .describe("error (AWS refuses) or kill (kill -9 of the engine, before and after the answer) only [both]"),
  every: positive.default(1).describe("every n-th call only [1]"),
  from: positive.default(1).describe("the first call at which a fault strikes [1]"),
  to: positive.default(Number.MAX_SAFE_INTEGER).describe("the last one [the last of the run]"),
  seed: whole.default(1).describe("chooses how long after an answer the engine is killed [1]"),
  alone: z
    .literal(true)
    .optional()
    .describe("each fault in a stack of its own, instead of as many as can strike one: hours instead of one"),
  jobs: positive.default(2).describe("how many runs at a time [2]"),
  resume: z.string().optional().describe("a file to note what was tried; what it has already is not tried again"),
  "lose-write": z
    .literal(true)
    .optional()
    .describe("takes one resource out of the state before it is mended: every trial has to fail then"),
};

/** Which faults the options ask for. */
export function selectionOf({
  operation,
  kind,
  ...rest
}: {
  readonly operation?: "create" | "update" | "destroy" | undefined;
  readonly kind?: "error" | "kill" | undefined;
} & Omit<Selection, "operations" | "kinds">): Selection {
  const operations: Readonly<Record<string, readonly Operation[]>> = {
    create: ["create"],
    update: ["update"],
    destroy: ["delete"],
  };
  const kinds: Readonly<Record<string, readonly Kind[]>> = { error: ["error"], kill: ["unanswered", "answered"] };
  return {
    ...rest,
    operations: operations[operation ?? ""] ?? ["create", "update", "delete"],
    kinds: kinds[kind ?? ""] ?? KINDS,
  };
}
