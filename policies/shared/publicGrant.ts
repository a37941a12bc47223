import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { UNKNOWN, type Value } from "../engine/value";
import { deniesAllOthers, type Narrowing, narrows } from "./conditions";
import { type Block, covers, isAnything, isBlock, listOf, readDocument, textsOf, isEverybody } from "./document";

/** One Allow statement that lets in people or services nobody here chose. */
export interface PublicGrant {
  /** Its Sid, or its place in the document counted from one. */
  readonly statement: string;
  readonly who: string;
}

export interface Verdict {
  readonly grants: readonly PublicGrant[];
  readonly notKnown: boolean;
  readonly unreadable: boolean;
}

/**
 * Services that, when no source is named, reach the resource on behalf of any AWS customer: anybody's distribution reads
 * the bucket. In a trust policy no service does that.
 */
const DEPUTIES = {
  data: ["cloudfront.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com", "ses.amazonaws.com"],
  key: ["cloudfront.amazonaws.com"],
  invoke: [
    "s3.amazonaws.com",
    "sns.amazonaws.com",
    "apigateway.amazonaws.com",
    "events.amazonaws.com",
    "cognito-idp.amazonaws.com",
    "elasticloadbalancing.amazonaws.com",
    "iot.amazonaws.com",
    "logs.amazonaws.com",
    "ses.amazonaws.com",
  ],
  trust: [],
} as const satisfies Record<string, readonly string[]>;

export type DocumentKind = keyof typeof DEPUTIES;

/** Identity providers that everybody can get a token from. */
const OPEN_PROVIDERS =
  /(^|\/)(cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|api\.pulumi\.com\/oidc)$/;

/** Judges who a policy document lets in. Never throws, whatever it is given. */
export function publicGrants(document: Value | undefined, kind: DocumentKind = "data"): Verdict {
  const read = readDocument(document);
  if (read.state !== "read")
    return { grants: [], notKnown: read.state === "notKnown", unreadable: read.state === "unreadable" };
  const judged = read.statements.map((each, index) => judge(each, index, read.statements, DEPUTIES[kind]));
  return {
    grants: judged.flatMap((each) => (typeof each === "object" ? each : [])),
    notKnown: judged.includes("notKnown"),
    unreadable: false,
  };
}

function judge(
  statement: Block,
  index: number,
  all: readonly Block[],
  deputies: readonly string[],
): PublicGrant | "notKnown" | undefined {
  const effect = statement["Effect"];
  if (effect === "Deny") return undefined;
  const who = stranger(statement, deputies);
  if (who === undefined) return undefined;
  const narrowed = [narrows(statement["Condition"]), denied(statement, all)];
  if (narrowed.includes("yes")) return undefined;
  if (who === UNKNOWN || effect === UNKNOWN || narrowed.includes("notKnown")) return "notKnown";
  const sid = statement["Sid"];
  return { statement: typeof sid === "string" && sid !== "" ? sid : String(index + 1), who };
}

/** Whom the statement lets in beyond those it names; undefined if nobody. */
function stranger(statement: Block, deputies: readonly string[] = []): string | typeof UNKNOWN | undefined {
  const { Principal: principal, NotPrincipal: exception } = statement;
  if (exception !== undefined) return exception === UNKNOWN ? UNKNOWN : "everyone except those it lists (NotPrincipal)";
  if (principal === UNKNOWN) return UNKNOWN;
  if (!isBlock(principal))
    return textsOf(principal).some(isAnything) ? "everyone" : listOf(principal).includes(UNKNOWN) ? UNKNOWN : undefined;
  const parts = Object.entries(principal).flatMap(([kind, value]: [string, Value]) =>
    listOf(value).map((each) => ({ kind, each })),
  );
  const strangers = parts.map(({ kind, each }) =>
    typeof each === "string" ? strangerOf(kind, each.trim(), deputies) : undefined,
  );
  return (
    strangers.find((each) => each !== undefined) ?? (parts.some(({ each }) => each === UNKNOWN) ? UNKNOWN : undefined)
  );
}

function strangerOf(kind: string, name: string, deputies: readonly string[]): string | undefined {
  if (isAnything(name)) return kind === "Service" ? "every AWS service" : "everyone";
  if (kind === "AWS" && /^arn:[^:]*:(iam|sts)::[^:]*[*?]/.test(name)) return `every account (${name})`;
  if (kind === "Service" && deputies.includes(name)) return `${name} on behalf of any AWS customer`;
  if (kind === "Federated" && OPEN_PROVIDERS.test(name)) return `everyone with a token of ${name}`;
  return undefined;
}

/** Does a Deny for everyone, with the same reach, take back what the statement gives to strangers? */
function denied(statement: Block, all: readonly Block[]): Narrowing {
  const actions = textsOf(statement["Action"]);
  // What a NotResource allows has no end, so only a Deny of everything takes it back.
  const resources = statement["NotResource"] === undefined ? textsOf(statement["Resource"]) : ["*"];
  const answers = all.map((each): Narrowing => {
    if (each["Effect"] !== "Deny" || !isEverybody(each["Principal"]) || actions.length === 0) return "no";
    const denies = (element: string, wanted: readonly string[]) =>
      wanted.every((want) => textsOf(each[element]).some((pattern) => covers(pattern, want)));
    const reaches = denies("Action", actions) && each["NotResource"] === undefined && denies("Resource", resources);
    return reaches ? deniesAllOthers(each["Condition"]) : "no";
  });
  return answers.includes("yes") ? "yes" : answers.includes("notKnown") ? "notKnown" : "no";
}

/** What a rule reports about a policy property. Leaving the property out grants nothing. */
export function noPublicGrant(policy: Field, kind: DocumentKind = "data", write?: string): Outcomes {
  return policy.absent ? undefined : outcomesOf(publicGrants(policy.value, kind), policy, write);
}

function outcomesOf({ grants, notKnown, unreadable }: Verdict, policy: Field, write?: string): Outcome[] {
  const found = grants.map(({ statement, who }) =>
    policy.refuse(`statement ${statement} grants access to ${who}, and no condition restricts it`, write),
  );
  if (unreadable)
    found.push(
      policy.refuse(
        "is not a readable policy document, so whom it grants access is unknown",
        "Write valid policy JSON",
      ),
    );
  return notKnown ? [...found, policy.later()] : found;
}
