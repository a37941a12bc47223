import { Field } from "./field";
import { type Described, Resource } from "./resource";
import { canonical, matches } from "./types";
import { plain } from "./value";

/** Outputs by which another resource may refer to one; whichever of them is known is enough. */
const IDENTITIES = ["id", "arn", "name", "bucket", "identifier", "clusterIdentifier", "keyId", "dnsName"];

/** The known names of a resource; decisive when another value then surely means another resource. */
interface Identity {
  readonly names: ReadonlySet<string>;
  readonly decisive: boolean;
}

/** Does a property refer to a resource? `unclear` while the value is unknown and nothing says what it was made from. */
export type Reference = "yes" | "no" | "unclear";

/** All resources of a stack, and which of them refers to which. */
export class Stack {
  private readonly described: ReadonlyMap<string, Described>;
  private readonly byType = new Map<string, Described[]>();
  private readonly resources = new Map<string, Resource>();
  private readonly identities = new Map<string, Identity>();

  /**
   * @param described the resources with their outputs, as the engine gives them to a stack rule
   * @param inputs what the program asked for, by URN. Outputs of a resource that does not exist yet are unknown even where
   *   the program wrote nothing, so where inputs are at hand they are what is judged.
   */
  constructor(
    described: readonly Described[],
    private readonly inputs: ReadonlyMap<string, Resource> = new Map(),
  ) {
    this.described = new Map(described.map((each) => [each.urn, each]));
    for (const each of described) {
      const type = canonical(each.type);
      this.byType.set(type, [...(this.byType.get(type) ?? []), each]);
    }
  }

  /** The resources of these types, each once; a token that ends in `*` stands for all that begin so. */
  all(...tokens: readonly string[]): readonly Resource[] {
    const types = tokens.some((token) => token.endsWith("*"))
      ? [...this.byType.keys()].filter((type) => tokens.some((token) => matches(token, type)))
      : tokens;
    return types.flatMap((type) => (this.byType.get(type) ?? []).map((each) => this.resource(each)));
  }

  get everything(): readonly Resource[] {
    return this.all(...this.byType.keys());
  }

  /** A resource by its URN; undefined if it is none of this stack's. */
  get(urn: string | undefined): Resource | undefined {
    const described = urn === undefined ? undefined : this.described.get(urn);
    return described && this.resource(described);
  }

  /** What must exist before a resource, by `dependsOn` or because a property was made from it. */
  dependenciesOf(resource: Resource): readonly Resource[] {
    const { dependencies = [], propertyDependencies = {} } = this.described.get(resource.urn) ?? {};
    return [...new Set([...dependencies, ...Object.values(propertyDependencies).flat()])].flatMap(
      (urn) => this.get(urn) ?? [],
    );
  }

  private resource(described: Described): Resource {
    const known = this.resources.get(described.urn);
    if (known) return known;
    const made = this.inputs.get(described.urn) ?? new Resource(described);
    this.resources.set(described.urn, made);
    return made;
  }

  /** Resources of these types of which a property refers to the target. */
  referring(target: Resource, types: readonly string[], ...path: readonly string[]): readonly Resource[] {
    return this.all(...types).filter((each) => this.refers(each, each.at(...path), target) === "yes");
  }

  /** Resources of these types that a property refers to. */
  referred(from: Resource, field: Field, types: readonly string[]): readonly Resource[] {
    return this.all(...types).filter((each) => this.refers(from, field, each) === "yes");
  }

  /** By value where it is known, else by what the engine says the property was made from. */
  refers(from: Resource, field: Field, target: Resource): Reference {
    const { names, decisive } = this.identityOf(target);
    const values = field.items;
    if (values.some((each) => each.text !== undefined && names.has(each.text))) return "yes";
    const made = this.madeFrom(from, field);
    const open = values.some((each) => each.unknown || (each.text !== undefined && !decisive));
    if (open && made.includes(target.urn)) return "yes";
    return values.some((each) => each.unknown) && made.length === 0 ? "unclear" : "no";
  }

  /** The URNs a property was made from. */
  madeFrom(from: Resource, field: Field): readonly string[] {
    return this.described.get(from.urn)?.propertyDependencies?.[topOf(field.path)] ?? [];
  }

  /** What a resource is said to be, outputs included, or what was asked for where there are none yet. */
  output(resource: Resource, ...keys: readonly string[]): Field {
    const told = new Field(plain(this.described.get(resource.urn)?.props)).at(...keys);
    return told.absent || told.unknown ? (resource.at(...keys).given ? resource.at(...keys) : told) : told;
  }

  private identityOf(target: Resource): Identity {
    const known = this.identities.get(target.urn);
    if (known) return known;
    const outputs = new Field(plain(this.described.get(target.urn)?.props));
    const texts = IDENTITIES.flatMap((key) => [outputs.at(key).text, target.at(key).text]);
    const decisive = outputs.at("id").text !== undefined || target.at("bucket").text !== undefined;
    const made = { names: new Set(texts.filter((each) => each !== undefined)), decisive };
    this.identities.set(target.urn, made);
    return made;
  }
}

function topOf(path: string): string {
  return path.split(/[.[]/)[0] ?? path;
}
