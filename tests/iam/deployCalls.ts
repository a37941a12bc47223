import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ACCOUNT, arnOf, type Existing, type Phase, typeOf } from "./existing";
import { KINDS, MAKES, TAKES_ROLES, USES_KEYS } from "./kinds";
import { changes, type Kind, published } from "./serviceReference";
import { besideOf, CORRECTED, specialOf, TAGGING, withTags } from "./specials";

/** What the provider calls for each type: see the file's own words. */
export const CALLS = JSON.parse(readFileSync(join(__dirname, "..", "fixtures", "deploy", "providerCalls.json"), "utf8"))
  .types as Readonly<Record<string, Recorded | undefined>>;

type Recorded = Readonly<Record<Phase, readonly string[]>> & {
  /** What AWS asks of the caller beside, and why. */
  readonly also?: Readonly<Record<string, string>>;
  /** Calls that the provider makes only for a property that somebody sets. */
  readonly onlyWith?: Readonly<Record<string, string>>;
};

/** Types by the name that IAM has for most: `elasticache:replicationgroup`. Parts of an API are asked about by their API. */
const SAME_NAME: ReadonlyMap<string, string> = new Map(
  Object.keys(CALLS)
    .map((token) => token.replace(/^aws:/, ""))
    .filter((type) => !type.startsWith("apigateway/"))
    .map((type) => [(type.split(":")[0] ?? "").replace("/", ":").toLowerCase(), type]),
);

/** One question to IAM. */
export interface Question {
  readonly action: string;
  readonly arn: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A call of the provider: IAM has to say yes to each of its questions. */
export interface Call {
  readonly about: string;
  readonly phase: Phase;
  readonly action: string;
  readonly questions: readonly Question[];
  /** Whether it changes or deletes what was there before. */
  readonly destroys: boolean;
}

/** Everything a deploy role is asked for when this stack is made, read, changed and deleted. */
export async function callsOf(resources: readonly Existing[]): Promise<Call[]> {
  const stack = new Stack(resources);
  const made = resources.filter(({ type }) => type.startsWith("aws:"));
  return (await Promise.all(made.map((each) => callsOfOne(each, stack)))).flat();
}

async function callsOfOne(resource: Existing, stack: Stack): Promise<Call[]> {
  const recorded = CALLS[resource.type];
  if (recorded === undefined) throw new Error(`${resource.type}: nobody knows what the provider calls for it`);
  const phases: readonly Phase[] = ["create", "read", "update", "delete"];
  const isSet = (action: string) => {
    const property = recorded.onlyWith?.[action];
    return property === undefined || resource.inputs[property] !== undefined;
  };
  const calls = phases.flatMap((phase) => recorded[phase].filter(isSet).map((action) => ({ phase, action })));
  const also = Object.keys(recorded.also ?? {}).map((action) => ({ phase: phaseOf(action), action }));
  const all = await Promise.all([...calls, ...also].map((each) => callOf(resource, stack, each)));
  return all.filter((each) => each !== undefined);
}

/** What AWS asks beside is asked when the resource is made, but for what takes something away. */
const phaseOf = (action: string): Phase => (/:(Delete|Disassociate|Remove)/.test(action) ? "delete" : "create");

/**
 * Can a call of the making change what is there already? What makes something new, and what hands a role on, cannot; tags are
 * asked about with every other action that AWS publishes.
 */
const reaches = (action: string): boolean =>
  !MAKES.test(action) && !TAGGING.test(action) && !/^iam:PassRole|^kms:/.test(action);

async function callOf(
  resource: Existing,
  stack: Stack,
  { phase, action }: { readonly phase: Phase; readonly action: string },
): Promise<Call | undefined> {
  const known = await published(action);
  if (known === undefined) throw new Error(`${action} (${resource.type}) is no action that AWS publishes`);
  const questions = isAbout(resource, action) ? questionsOf(resource, stack, phase, action, known.kinds) : [];
  if (questions.length === 0) return undefined;
  const destroys = changes(known) && (phase === "update" || phase === "delete" || reaches(action));
  return { about: resource.urn.split("::").slice(2).join(" "), phase, action, questions, destroys };
}

/** Calls that depend on what else is there: a firewall on an Amplify app asks Amplify, one on a user pool Cognito. */
function isAbout(resource: Existing, action: string): boolean {
  const [service = ""] = action.split(":");
  const { inputs } = resource;
  if (typeOf(resource) !== "wafv2/webAclAssociation:WebAclAssociation" || service === "wafv2") return true;
  return String(inputs["resourceArn"]).startsWith(`arn:aws:${service}:`);
}

function questionsOf(
  resource: Existing,
  stack: Stack,
  phase: Phase,
  action: string,
  kinds: readonly Kind[],
): Question[] {
  const type = typeOf(resource);
  if (action === "iam:PassRole") {
    const service = TAKES_ROLES[type];
    const roles = stack.named(resource, "iam/role:Role");
    if (service === undefined && roles.length > 0) throw new Error(`${type}: who takes its roles?`);
    return roles.map((role) =>
      ask(action, arnOf(role), {
        "iam:PassedToService": `${service ?? ""}.amazonaws.com`,
        ...withTags("ResourceTag", role),
      }),
    );
  }
  if (action === "iam:CreateServiceLinkedRole")
    return [ask(action, `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x/y`, {})];
  if (action.startsWith("kms:") && !type.startsWith("kms/")) return keyQuestions(resource, stack, action);

  const special = specialOf(resource, phase, action);
  if (special !== undefined) return [ask(action, special.arn, { ...special.context })];
  const makes = phase === "create" && MAKES.test(action);
  const request = makes || TAGGING.test(action) ? withTags("RequestTag", resource) : {};
  const concerned = TAGGING.test(action)
    ? [{ kind: { tagged: true }, found: resource }]
    : concernedBy(resource, stack, named(action, kinds));
  const own = contextOf(resource);
  if (concerned.length === 0) return [ask(action, stack.anything(action), { ...request, ...own })];
  const beside = besideOf(resource, action);
  const besides = beside === undefined ? [] : [ask(action, beside.arn, {})];
  const all = concerned.map(({ kind, found }) => {
    const isNew = makes && found === resource;
    const theirs = found === resource ? own : contextOf(found);
    return ask(action, arnOf(found), {
      ...request,
      ...own,
      ...theirs,
      ...(kind.tagged && !isNew ? withTags("ResourceTag", found) : {}),
    });
  });
  return [...all, ...besides];
}

/** The kinds of the reference, put right. */
function named(action: string, kinds: readonly Kind[]): readonly Kind[] {
  const name = CORRECTED[action];
  return name === undefined ? kinds : [{ name, required: true, tagged: true }];
}

interface Concerned {
  readonly kind: Kind;
  readonly found: Existing;
}

/** What of the stack IAM looks at: the resource itself where it is of an asked kind, else what it refers to. */
function concernedBy(resource: Existing, stack: Stack, kinds: readonly Kind[]): readonly Concerned[] {
  const all = kinds.flatMap((kind) => {
    const type = KINDS[kind.name] ?? SAME_NAME.get(kind.name.toLowerCase());
    if (type === undefined) return [];
    const found = sameType(resource, type) ? [resource] : stack.named(resource, type);
    return found.map((each): Concerned => ({ kind, found: each }));
  });
  const required = all.filter(({ kind }) => kind.required);
  if (required.length > 0) return required;
  const itself = all.filter(({ found }) => found === resource);
  return itself.length > 0 ? itself : all;
}

const RULES = [
  "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];
const GROUPS = ["ec2/securityGroup:SecurityGroup", "ec2/defaultSecurityGroup:DefaultSecurityGroup"];
const KEYS = ["kms/key:Key", "kms/replicaKey:ReplicaKey"];

function sameType(resource: Existing, type: string): boolean {
  const own = typeOf(resource);
  return own === type || [RULES, GROUPS, KEYS].some((all) => all.includes(own) && all.includes(type));
}

/** Keys that the resource names, used through the services that do it with the caller's rights. */
function keyQuestions(resource: Existing, stack: Stack, action: string): Question[] {
  const type = typeOf(resource);
  const through = USES_KEYS[type] ?? [type.replace(/\/.*$/, "")];
  const region = typeof resource.inputs["region"] === "string" ? resource.inputs["region"] : "us-east-1";
  const alone = /:(CreateGrant|DescribeKey|RetireGrant)$/.test(action);
  return stack.named(resource, "kms/key:Key").flatMap((key) =>
    (alone ? [undefined] : through).map((service) =>
      ask(action, arnOf(key), {
        ...withTags("ResourceTag", key),
        ...(service === undefined ? {} : { "kms:ViaService": `${service}.${region}.amazonaws.com` }),
      }),
    ),
  );
}

/** What a call says of itself beside its resource. */
function contextOf({ inputs }: Existing): Record<string, string> {
  const boundary = inputs["permissionsBoundary"];
  if (typeof boundary === "string") return { "iam:PermissionsBoundary": boundary };
  return {};
}

const ask = (action: string, arn: string, context: Readonly<Record<string, string>>): Question => ({
  action,
  arn,
  context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value]])),
});

class Stack {
  private readonly byUrn: ReadonlyMap<string, Existing>;
  constructor(resources: readonly Existing[]) {
    this.byUrn = new Map(resources.map((each) => [each.urn, each]));
  }

  /** Resources of a type that another one refers to in its properties; the next there are, through parts of the same thing. */
  named(resource: Existing, type: string): Existing[] {
    const next = this.next(resource);
    const direct = next.filter((each) => sameType(each, type));
    if (direct.length > 0) return direct;
    const parts = next.filter((each) => sameService(each, resource));
    return [...new Set(parts.flatMap((each) => this.named(each, type)))];
  }

  private next({ urn, propertyDependencies }: Existing): Existing[] {
    const urns = new Set(Object.values(propertyDependencies ?? {}).flat());
    return [...urns].flatMap((each) => (each === urn ? [] : (this.byUrn.get(each) ?? [])));
  }

  anything(action: string): string {
    return `arn:aws:${action.split(":")[0] ?? ""}:us-east-1:${ACCOUNT}:anything`;
  }
}

/** A response of a method of an API, a policy of a scaled service. */
function sameService(one: Existing, other: Existing): boolean {
  const service = (each: Existing) => typeOf(each).split("/")[0];
  return service(one) === service(other) && ["apigateway", "appautoscaling"].includes(service(one) ?? "");
}
