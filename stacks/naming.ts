import { z } from "zod";
import { boundaryNameOf } from "../components/delivery/roleBoundary";
import type { Problem } from "./crossCheck";
import type { Profile } from "./profile";

/** What the deploy role knows as its own by name: it may make, change and hand on no other roles and policies. */
const NAMED_BY_STACK = ["aws:iam/role:Role", "aws:iam/policy:Policy"];

const pattern = z.object({ pattern: z.string().optional() });
/** "Autonaming configuration", Pulumi: what is said of a resource's type counts before the provider's and the project's. */
const autonamingSchema = pattern.extend({
  providers: z.record(z.string(), pattern.extend({ resources: z.record(z.string(), pattern).optional() })).optional(),
});

/** The stack that settings are of, as names and tags spell it. */
export interface Named {
  readonly project: string;
  readonly stack: string;
}

/** Whether a deploy role could apply the stack: what is wrong with its roles' boundary and names. */
export function namingProblems(
  { delivery, roleBoundary }: Partial<Profile>,
  autonaming: unknown,
  named: Named,
): Problem[] {
  if (delivery === undefined && roleBoundary === undefined) return [];
  const boundary = boundaryNameOf(named);
  const problems: (Problem | false)[] = [
    roleBoundary === undefined && {
      key: "roleBoundary",
      wrong: "is missing, and the role that delivery deploys with may make roles with a permissions boundary only",
      write: `Write ${boundary}, which the account's stack makes (docs/delivery.md)`,
    },
    roleBoundary !== undefined &&
      roleBoundary !== boundary && {
        key: "roleBoundary",
        wrong: `is "${roleBoundary}", and the deploy role of this stack may make roles with ${boundary} only`,
        write: `Write ${boundary}`,
      },
    !NAMED_BY_STACK.every((type) => isNamedByStack(autonaming, type, named)) && {
      key: "roleBoundary",
      wrong: `needs roles and policies whose names begin with ${named.project}-${named.stack}-, and pulumi:autonaming does not give them such names`,
      write: "Copy pulumi:autonaming from the committed Pulumi.dev.yaml",
    },
  ];
  return problems.filter((problem) => problem !== false);
}

function isNamedByStack(autonaming: unknown, type: string, { project, stack }: Named): boolean {
  const { success, data } = autonamingSchema.safeParse(autonaming);
  if (!success) return false;
  const aws = data.providers?.["aws"];
  const used = aws?.resources?.[type]?.pattern ?? aws?.pattern ?? data.pattern ?? "";
  return used.replaceAll("${project}", project).replaceAll("${stack}", stack).startsWith(`${project}-${stack}-`);
}
