import type { Wire, WireMap } from "../wire";
import { asText, isList, isMap, isSecret, isUnknown, reveal, secret, UNKNOWN } from "../wire";
import { isAlphabet, seeded, seededUuid } from "./seeded";
import type { Account } from "./session";

/**
 * How one output looks. Text may hold placeholders:
 * - `{hex17}`, `{digits10}`, `{alnum13}`, `{upper13}`, `{mixed9}`, `{uuid}`: identifiers that follow from the resource;
 *   `{hex17:vpc}` is the same in every output of the resource that says `:vpc`, `{alnum12@}` the same in account + region;
 * - `{id}`, `{name}` (the name AWS knows it by), `{account}`, `{region}`, `{partition}`, `{domain}`, `{revision}`;
 * - `{arn:ecs}`, `{global:iam}`: an ARN up to and with the account, with and without a region;
 * - `{.clusterIdentifier|=other|fallback}`: the first input or output that is set, or the text; alone in its braces it keeps its type;
 * - `{=endpoint}`: another output of the same resource.
 * Where text does not do: a function. It returns undefined for an output that AWS leaves out.
 */
export type Template = string | number | boolean | readonly Template[] | TemplateMap | Computed;
export type Computed = (resource: Resource) => Wire | undefined;
export interface TemplateMap {
  readonly [key: string]: Template;
}

/** The outputs of a resource type that AWS computes, by property name. `id` is the provider's id for the resource. */
export type Shape = Readonly<Record<string, Template>>;
export type Shapes = Readonly<Record<string, Shape>>;

/** One resource as the templates see it. It notes what was read, so that secrets and unknowns are passed on. */
export class Resource {
  private saw = { secret: false, unknown: false };

  constructor(
    readonly urn: string,
    /** 0, or how often the resource has been replaced. */
    readonly generation: number,
    readonly inputs: WireMap,
    readonly account: Account,
    private readonly shape: Shape,
    /** UNKNOWN while a preview creates the resource. */
    private readonly knownId: string | undefined,
    private readonly physicalName: (resource: Resource) => string,
  ) {}

  get region(): string {
    return this.input("region") ?? this.account.region;
  }

  /** The id, which follows from the shape unless the resource exists already. */
  get id(): string {
    if (this.knownId === undefined) return asText(this.fill(this.shape["id"] ?? "{name}")) ?? this.name;
    if (isUnknown(this.knownId)) this.saw.unknown = true;
    return this.knownId;
  }

  get name(): string {
    return this.physicalName(this);
  }

  /** An input as text; undefined when it is absent. Paths go into maps and lists: `rules.0.name`. */
  input(path: string): string | undefined {
    const value = this.value(path);
    return asText(value);
  }

  value(path: string): Wire | undefined {
    let value: Wire | undefined = this.inputs;
    for (const key of path.split(".")) {
      value = isMap(value) ? value[key] : isList(value) ? value[Number(key)] : undefined;
      if (isUnknown(value)) this.saw.unknown = true;
      if (isSecret(value)) this.saw.secret = true;
      value = value === undefined || value === null ? undefined : reveal(value);
    }
    return value;
  }

  /** Another output of this resource. */
  output(key: string): Wire | undefined {
    return key === "id"
      ? this.id
      : this.inputs[key] !== undefined
        ? this.value(key)
        : this.fill(this.shape[key] ?? "", key);
  }

  random(alphabet: "hex" | "digits" | "alnum" | "upper" | "mixed", length: number, key: string): string {
    return seeded(`${this.urn}\n${this.generation}\n${key}`, alphabet, length);
  }

  /** Drawn like any other, and secret like what AWS gives so. */
  secret(alphabet: "hex" | "digits" | "alnum" | "upper" | "mixed", length: number, key: string): Wire {
    return secret(this.random(alphabet, length, key));
  }

  uuid(key: string): string {
    return seededUuid(`${this.urn}\n${this.generation}\n${key}`);
  }

  /** The value of a template. Unknown when it was made of an unknown, secret when it was made of a secret. */
  evaluate(template: Template, key: string): Wire | undefined {
    this.saw = { secret: false, unknown: false };
    const value = this.fill(template, key);
    if (this.saw.unknown) return UNKNOWN;
    return this.saw.secret && value !== undefined ? secret(value) : value;
  }

  fill(template: Template, key = "id"): Wire | undefined {
    if (typeof template === "function") return template(this);
    if (typeof template === "string") return this.fillText(template, key);
    if (typeof template !== "object") return template;
    if (isTemplateList(template)) return template.flatMap((each, index) => this.fill(each, `${key}${index}`) ?? []);
    const entries = Object.entries(template).map(([name, each]) => [name, this.fill(each, `${key}.${name}`)] as const);
    return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }

  private fillText(template: string, key: string): Wire | undefined {
    const [, alone] = /^\{([^{}]+)\}$/.exec(template) ?? [];
    if (alone !== undefined) return this.placeholder(alone, key);
    const missing: string[] = [];
    const filled = template.replace(/\{([^{}]+)\}/g, (_, expression: string) => {
      const value = asText(this.placeholder(expression, key));
      if (value === undefined) missing.push(expression);
      return value ?? "";
    });
    return missing.length === 0 ? filled : undefined;
  }

  private placeholder(expression: string, key: string): Wire | undefined {
    if (expression.startsWith(".")) return this.firstInput(expression.split("|"));
    if (expression.startsWith("=")) return this.output(expression.slice(1));
    const [, kind = "", length, shared] = /^([a-z]+)(\d*)([:@]?.*)$/.exec(expression) ?? [];
    const seed = shared?.startsWith(":") ? shared : `.${key}`;
    if (isAlphabet(kind) && length) {
      const { accountId } = this.account;
      if (shared?.startsWith("@")) return seeded(`${accountId}\n${this.region}\n${shared}`, kind, Number(length));
      return this.random(kind, Number(length), seed);
    }
    switch (kind) {
      case "uuid":
        return shared?.startsWith("@")
          ? seededUuid(`${this.account.accountId}\n${this.region}\n${shared}`)
          : this.uuid(seed);
      case "arn":
        return `arn:${this.account.partition}${shared ?? ""}:${this.region}:${this.account.accountId}:`;
      case "global":
        return `arn:${this.account.partition}${shared ?? ""}::${this.account.accountId}:`;
      case "id":
        return this.id;
      case "name":
        return this.name;
      case "account":
        return this.account.accountId;
      case "region":
        return this.region;
      case "partition":
        return this.account.partition;
      case "domain":
        return this.account.domain;
      case "revision":
        return this.generation + 1;
      default:
        throw new Error(`The table of shapes has a placeholder that does not exist: {${expression}}`);
    }
  }

  private firstInput(alternatives: readonly string[]): Wire | undefined {
    for (const each of alternatives) {
      const value = each.startsWith(".")
        ? this.value(each.slice(1))
        : each.startsWith("=")
          ? this.output(each.slice(1))
          : each;
      if (value !== undefined && value !== "") return value;
    }
    return undefined;
  }
}

function isTemplateList(template: readonly Template[] | TemplateMap): template is readonly Template[] {
  return Array.isArray(template);
}
