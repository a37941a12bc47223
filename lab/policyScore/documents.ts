import { z } from "zod";
import type { SnapshotResource } from "../../tools/shared/snapshot/snapshot";

export interface WeakDocument {
  readonly path: readonly string[];
  readonly text: string;
  readonly how: string;
}

const statementSchema = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.string(),
  Principal: z.unknown().optional(),
  Action: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const documentSchema = z.looseObject({ Statement: z.union([statementSchema, z.array(statementSchema)]) });
type Statement = z.infer<typeof statementSchema>;

/** Properties that hold a policy document. */
const DOCUMENTS = ["policy", "assumeRolePolicy"];

/** A policy document that lets in more than it did, one statement at a time. */
export function weakDocuments({ inputs, type }: SnapshotResource): WeakDocument[] {
  return DOCUMENTS.flatMap((property) => {
    const statements = read(inputs[property]);
    return statements.flatMap((statement, index) =>
      weaker(statement, type).map(({ becomes, how }) => ({
        path: [property],
        how: `${property}, statement ${statement.Sid ?? String(index)}: ${how}`,
        text: JSON.stringify({
          Version: "2012-10-17",
          Statement: statements.flatMap((each, at) =>
            at === index ? (becomes === undefined ? [] : [becomes]) : [each],
          ),
        }),
      })),
    );
  });
}

function weaker(statement: Statement, type: string): { becomes: Statement | undefined; how: string }[] {
  const { Condition: condition, ...plain } = statement;
  if (statement.Effect === "Deny")
    return isTlsOnly(statement) ? [{ becomes: undefined, how: "no longer denies plain HTTP" }] : [];
  if (statement.Effect !== "Allow") return [];
  if (statement.Principal !== undefined)
    return [
      { becomes: { ...plain, Principal: type.includes("iam/role") ? { AWS: "*" } : "*" }, how: "lets in everybody" },
    ];
  return condition === undefined || !isLook(statement)
    ? [{ becomes: { ...plain, Action: "*", Resource: "*" }, how: "allows everything" }]
    : [];
}

/** The version that S3 asks for comes on top; the statement that refuses plain HTTP is the one that counts. */
function isTlsOnly({ Condition: condition }: Statement): boolean {
  return JSON.stringify(condition ?? {}).includes("aws:SecureTransport");
}

function isLook({ Action: action }: Statement): boolean {
  return JSON.stringify(action).includes("Describe");
}

function read(value: unknown): readonly Statement[] {
  if (typeof value !== "string" || !value.startsWith("{")) return [];
  try {
    return [documentSchema.parse(JSON.parse(value)).Statement].flat();
  } catch {
    return [];
  }
}
