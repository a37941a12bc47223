import { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { UNKNOWN, type Value } from "../engine/value";
import type { Rule } from "../rule";
import { type Block, covers, isBlock, listOf, readDocument, stretched, textsOf } from "./document";
import { isEveryResource } from "./everyResource";

/** One Allow statement of a policy that says what its holder may do. */
export interface Permission {
  /** Its Sid, or its place in the document counted from one. */
  readonly label: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** NotAction or NotResource: everything but what is listed. */
  readonly excepts: "NotAction" | "NotResource" | undefined;
  readonly condition: Value | undefined;
}

interface Permissions {
  readonly allows: readonly Permission[];
  readonly notKnown: boolean;
  readonly unreadable: boolean;
}

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
/** Where the types of AWS keep what somebody may do. */
const PLACES: Readonly<Record<string, string>> = {
  [POLICY]: "policy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
  "aws:iot/policy:Policy": "policy",
  [ROLE]: "inlinePolicies",
};
export const PERMISSION_TYPES: readonly string[] = Object.keys(PLACES);

const read = new WeakMap<Field, Permissions>();
const found = new WeakMap<Resource, readonly Field[]>();

/** Several rules read the same documents: each is parsed once. */
function policiesOf(resource: Resource): readonly Field[] {
  const known = found.get(resource);
  if (known) return known;
  const place = resource.at(PLACES[resource.type] ?? "policy");
  const fields =
    resource.type === ROLE ? place.items.map((each) => (each.unknown ? each : each.at("policy"))) : [place];
  found.set(resource, fields);
  return fields;
}

function permissionsOf(policy: Field): Permissions {
  const known = read.get(policy);
  if (known) return known;
  const document = readDocument(policy.value);
  const statements = document.state === "read" ? document.statements : [];
  const allows = statements.map(permissionIn);
  const made = {
    allows: allows.filter((each) => typeof each === "object"),
    notKnown: document.state === "notKnown" || allows.includes("notKnown"),
    unreadable: document.state === "unreadable",
  };
  read.set(policy, made);
  return made;
}

function permissionIn(statement: Block, index: number): Permission | "notKnown" | undefined {
  const { Effect: effect, Condition: condition, Sid: sid } = statement;
  if (typeof effect === "string" && effect.toLowerCase() === "deny") return undefined;
  const parts = ["Action", "Resource", "NotAction", "NotResource"].map((key) => statement[key]);
  if (effect === UNKNOWN || parts.some((each) => listOf(each).includes(UNKNOWN))) return "notKnown";
  return {
    label: typeof sid === "string" && sid !== "" ? sid : String(index + 1),
    actions: textsOf(statement["Action"]),
    resources: textsOf(statement["Resource"]),
    excepts:
      statement["NotAction"] === undefined
        ? statement["NotResource"] === undefined
          ? undefined
          : "NotResource"
        : "NotAction",
    condition,
  };
}

/** The checks of a rule about single statements: `judge` says what is wrong with one, or nothing. */
export function judgesPermissions(
  judge: (permission: Permission) => string | undefined,
): Pick<Rule, "check" | "checkInStack"> {
  const all = (resource: Resource) => policiesOf(resource).map((policy) => outcomesOf(policy, judge));
  return {
    check: (resource) => (isNamedBoundary(resource) ? undefined : all(resource)),
    checkInStack: (resource, stack) =>
      isNamedBoundary(resource) && !isOnlyBoundary(resource, stack) ? all(resource) : undefined,
  };
}

function outcomesOf(policy: Field, judge: (permission: Permission) => string | undefined): Outcomes {
  if (policy.absent) return undefined;
  const { allows, notKnown, unreadable } = permissionsOf(policy);
  const problems = allows.map((each) => {
    const problem = judge(each);
    return problem === undefined ? undefined : policy.refuse(`statement ${each.label} ${problem}`);
  });
  const unread = unreadable ? policy.refuse("is not a readable policy document", "Write valid policy JSON") : undefined;
  return [problems, unread, notKnown ? policy.later() : undefined];
}

/**
 * A permissions boundary grants nothing, it only limits: there `*` is usual. Its name lets it wait until all its uses are known, and
 * they alone decide.
 */
export function isNamedBoundary(resource: Resource): boolean {
  if (resource.type !== POLICY) return false;
  // Whoever attaches it is known by what AWS calls it, so the program's own name counts only where AWS's is made of it.
  const inAws = resource.at("name").text ?? resource.at("namePrefix").text;
  return /boundar/i.test(inAws ?? resource.name);
}

/** Where a policy limits; anywhere else, outputs for other stacks among it, it is handed to somebody. */
const LIMITS = new Set([
  `${ROLE}.permissionsBoundary`,
  "aws:iam/user:User.permissionsBoundary",
  "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment.permissionsBoundary",
]);

function isOnlyBoundary(policy: Resource, stack: Stack): boolean {
  // A component passes it on to what it makes, which is looked at itself; an output passes it on to other stacks.
  const users = stack.everything.filter(
    ({ type, urn }) => urn !== policy.urn && /^aws:|^pulumi:pulumi:Stack$/.test(type),
  );
  const uses = users.flatMap((each) =>
    each
      .at()
      .keys.filter((key) => fieldsIn(each.at(key)).some((field) => stack.refers(each, field, policy) === "yes"))
      .map((key) => `${each.type}.${key}`),
  );
  return uses.length > 0 && uses.every((each) => LIMITS.has(each));
}

/** The property itself, and what stands in it however deep: a name in a block is a use as well. */
function fieldsIn(field: Field): readonly Field[] {
  const { value, path } = field;
  if (Array.isArray(value)) return field.items.flatMap(fieldsIn);
  if (!isBlock(value)) return [field];
  return Object.keys(value).flatMap((key) => fieldsIn(new Field(value[key], `${path}.${key}`)));
}

/** Every action of every service, however it is written: `*`, `*:*`, `**`. */
export function isEveryAction(pattern: string): boolean {
  return covers(stretched(pattern), "zz9:zz9");
}

/** The first of these actions that the statement allows on every resource of its kind. */
export function allowedEverywhere(permission: Permission, actions: readonly string[]): string | undefined {
  if (!permission.resources.some(isEveryResource)) return undefined;
  return actions.find((action) =>
    permission.actions.some((pattern) => !isEveryAction(pattern) && covers(pattern, action)),
  );
}
