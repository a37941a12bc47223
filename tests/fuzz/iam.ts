/**
 * A second, independent reading of IAM policy documents, straight from the IAM User Guide (read 2026-11): "Policy evaluation
 * logic", "IAM JSON policy elements" and "Condition operators". It decides about one concrete request at a time.
 */

type OneOrMany<T> = T | readonly T[];
export type Principal = "*" | Readonly<Record<string, OneOrMany<string>>>;
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMany<string>>>>>;

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Principal;
  readonly NotPrincipal?: Principal;
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: Conditions;
}

/** Who sends a request: nobody known, a principal of an account, a service, or a provider's token. */
export interface Caller {
  readonly kind: "anonymous" | "AWS" | "Service" | "Federated";
  /** The ARN, the service's name, or the provider. */
  readonly name: string;
  readonly account: string;
}

export interface Request {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  /** By key in lower case; a key that is not there is absent from the request. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** An explicit Deny wins; without an Allow nothing is allowed. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const matching = statements.filter((each) => applies(each, request));
  return matching.some(({ Effect }) => Effect === "Allow") && !matching.some(({ Effect }) => Effect === "Deny");
}

function applies(statement: Statement, { caller, action, resource, context }: Request): boolean {
  const matches = (patterns: OneOrMany<string> | undefined, not: OneOrMany<string> | undefined, text: string) => {
    if (patterns !== undefined) return many(patterns).some((each) => glob(each.toLowerCase(), text.toLowerCase()));
    return not === undefined || !many(not).some((each) => glob(each.toLowerCase(), text.toLowerCase()));
  };
  const named =
    statement.Principal !== undefined
      ? isNamed(statement.Principal, caller)
      : statement.NotPrincipal !== undefined && !isNamed(statement.NotPrincipal, caller);
  return (
    named &&
    matches(statement.Action, statement.NotAction, action) &&
    matches(statement.Resource, statement.NotResource, resource) &&
    holds(statement.Condition ?? {}, context)
  );
}

/** "*" and {"AWS": "*"} are everybody. No other wildcard means anything in a principal, but `{"Service": "*"}` and so on. */
function isNamed(principal: Principal, caller: Caller): boolean {
  if (principal === "*") return true;
  return Object.entries(principal).some(([kind, names]) =>
    many(names).some((name) => {
      if (kind === "AWS" && name === "*") return true;
      if (kind !== caller.kind) return false;
      const isAccount = name === caller.account || name === `arn:aws:iam::${caller.account}:root`;
      return name === "*" || name === caller.name || (kind === "AWS" && isAccount);
    }),
  );
}

/** All operators, and all keys of each, must hold. */
function holds(conditions: Conditions, context: Request["context"]): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => keyHolds(operator, many(values), context[key.toLowerCase()])),
  );
}

function keyHolds(operator: string, values: readonly string[], given: readonly string[] | undefined): boolean {
  if (operator === "Null") return values.some((each) => (each === "true") === (given === undefined));
  const [, set, name = "", ifExists] = /^(ForAnyValue:|ForAllValues:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const negated = /Not/.test(name);
  const test = (one: string) => values.some((value) => compare(name.replace("Not", ""), value, one)) !== negated;
  // "ForAllValues returns true if there are no keys in the request"; "ForAnyValue ... if the key doesn't exist, false".
  if (given === undefined) return ifExists !== undefined || set === "ForAllValues:" || (negated && set === undefined);
  if (set === "ForAllValues:") return given.every(test);
  return given.some(test);
}

/** The comparison behind an operator, `Not` taken off. Case matters but for ...IgnoreCase and booleans. */
function compare(operator: string, value: string, given: string): boolean {
  if (operator === "StringEquals") return value === given;
  if (operator === "StringEqualsIgnoreCase") return value.toLowerCase() === given.toLowerCase();
  if (operator === "StringLike") return glob(value, given);
  if (operator === "ArnEquals" || operator === "ArnLike") return globArn(value, given);
  if (operator === "Bool") return value.toLowerCase() === given.toLowerCase();
  if (operator === "IpAddress") return contains(value, given);
  throw new Error(`${operator} is not generated`);
}

/** `*` is any run of characters, `?` any one; everything else is itself. No regular expression, on purpose. */
export function glob(pattern: string, text: string): boolean {
  let reached = new Set([0]);
  for (const each of pattern) {
    const next = new Set<number>();
    if (each === "*") for (let at = Math.min(...reached); at <= text.length; at++) next.add(at);
    else for (const at of reached) if (at < text.length && (each === "?" || text[at] === each)) next.add(at + 1);
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(text.length);
}

/** ARNs are compared part by part: a wildcard does not reach over the first five colons. */
function globArn(pattern: string, arn: string): boolean {
  const [patterns, parts] = [pattern, arn].map((each) => {
    const all = each.split(":");
    return [...all.slice(0, 5), all.slice(5).join(":")];
  });
  return (patterns ?? []).every((each, index) => glob(each, parts?.[index] ?? ""));
}

/** IPv4 only: the addresses of these tests that are IPv6 are in no range of theirs. */
function contains(range: string, address: string): boolean {
  if (range.includes(":") || address.includes(":")) return false;
  const [base = "", bits = "32"] = range.split("/");
  const binary = (text: string) =>
    text
      .split(".")
      .map((each) => Number(each).toString(2).padStart(8, "0"))
      .join("");
  return binary(base).slice(0, Number(bits)) === binary(address).slice(0, Number(bits));
}

export function many<T>(value: OneOrMany<T>): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
