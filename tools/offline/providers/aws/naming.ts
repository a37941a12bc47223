import type { Wire, WireMap } from "../wire";
import { isUnknown, reveal } from "../wire";
import { sdkFacts } from "./sdkFacts";
import { seeded } from "./seeded";
import type { Resource } from "./template";
import type { ResourceName } from "./urn";
import { parseUrn } from "./urn";

/** How the provider names a type's resources in AWS when the program does not. */
export interface Naming {
  /** The property that holds the name. */
  readonly property: string;
  /** The longest name AWS accepts. */
  readonly max: number;
  readonly lowerCase: boolean;
  /** What AWS accepts, where it is narrower than what an auto-name looks like. */
  readonly pattern?: RegExp;
  readonly before?: string;
}

/** Types whose name is in another property than `name`. A type not listed here is named when it has an optional `name`. */
const PROPERTIES: Readonly<Record<string, string>> = {
  "s3/bucket:Bucket": "bucket",
  "rds/cluster:Cluster": "clusterIdentifier",
  "rds/clusterInstance:ClusterInstance": "identifier",
  "rds/instance:Instance": "identifier",
  "docdb/cluster:Cluster": "clusterIdentifier",
  "neptune/cluster:Cluster": "clusterIdentifier",
  "ec2/keyPair:KeyPair": "keyName",
};

/** Types whose `name` is not given by the provider: it belongs to something else, or AWS gives it. */
const UNNAMED = new Set(["ec2/defaultSecurityGroup:DefaultSecurityGroup", "ssm/association:Association"]);

/** The longest names AWS accepts, from the service quotas; 255 where none is known to be shorter. */
const LIMITS: Readonly<Record<string, number>> = {
  "lb/loadBalancer:LoadBalancer": 32,
  "lb/targetGroup:TargetGroup": 32,
  "iam/role:Role": 64,
  "iam/user:User": 64,
  "iam/policy:Policy": 128,
  "iam/rolePolicy:RolePolicy": 128,
  "iam/instanceProfile:InstanceProfile": 128,
  "iam/group:Group": 128,
  "s3/bucket:Bucket": 63,
  "rds/cluster:Cluster": 63,
  "rds/clusterInstance:ClusterInstance": 63,
  "rds/instance:Instance": 63,
  "rds/proxy:Proxy": 63,
  "lambda/function:Function": 64,
  "backup/vault:Vault": 50,
  "backup/restoreTestingPlan:RestoreTestingPlan": 50,
  "backup/restoreTestingSelection:RestoreTestingSelection": 50,
  "sqs/queue:Queue": 80,
  "scheduler/schedule:Schedule": 64,
  "cloudwatch/eventRule:EventRule": 64,
};

/** Names that the provider writes in lower case, because AWS does. */
const LOWER_CASE = /^(s3\/bucket|rds|docdb|neptune|elasticache|memorydb|redshift|ecr\/repository|opensearch)\b/;

const WORD = /^\w+$/;
const PATTERNS: Readonly<Record<string, RegExp>> = {
  "backup/restoreTestingPlan:RestoreTestingPlan": WORD,
  "backup/restoreTestingSelection:RestoreTestingSelection": WORD,
  "backup/framework:Framework": WORD,
  "backup/reportPlan:ReportPlan": WORD,
  "lb/loadBalancer:LoadBalancer": /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  "lb/targetGroup:TargetGroup": /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  "s3/bucket:Bucket": /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
  "rds/cluster:Cluster": /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  "rds/clusterInstance:ClusterInstance": /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  "kms/alias:Alias": /^alias\/(?!aws\/)[\w/-]+$/,
};

/** How a type is named; undefined for types that AWS knows by an id only. */
export function namingOf(type: string): Naming | undefined {
  const property = PROPERTIES[type] ?? "name";
  const declared = sdkFacts(type).inputs.get(property);
  if (UNNAMED.has(type) || declared?.type !== "string" || !declared.optional) return undefined;
  const pattern = PATTERNS[type];
  return {
    property,
    max: LIMITS[type] ?? 255,
    lowerCase: LOWER_CASE.test(type),
    ...(pattern ? { pattern } : {}),
    ...(type === "kms/alias:Alias" ? { before: "alias/" } : {}),
  };
}

const SUFFIX_LENGTH = 7;

/** The name that the provider makes up for a resource: logical name, a hyphen, seven hex digits. */
export function autoName(naming: Naming, resource: ResourceName, generation: number): string {
  const suffix = seeded(`${resource.urn}\n${generation}\nname`, "hex", SUFFIX_LENGTH);
  return `${naming.before ?? ""}${naming.lowerCase ? resource.name.toLowerCase() : resource.name}-${suffix}`;
}

/**
 * Whether a name was made up by the provider, rather than written by the program. Only its end tells: a resource that was
 * renamed in the program (with an alias) keeps the name it was made under.
 */
export function isAutoName(name: Wire | undefined): boolean {
  const value = name === undefined ? null : reveal(name);
  return typeof value === "string" && /-[0-9a-f]{7}(\.fifo)?$/.test(value);
}

/** Whether the program gave a name, a prefix for one, or the right not to have one. */
export function isNamed(naming: Naming, inputs: WireMap): boolean {
  return [naming.property, `${naming.property}Prefix`].some((key) => (inputs[key] ?? null) !== null);
}

/** What AWS would say of a name, or undefined when it is fine. */
export function nameProblem(naming: Naming, name: Wire): string | undefined {
  const value = reveal(name);
  if (typeof value !== "string" || isUnknown(value)) return undefined;
  if (value.length > naming.max) {
    return `"${value}" has ${value.length} characters, AWS allows ${naming.max}. Use a shorter name`;
  }
  if (naming.pattern && !naming.pattern.test(value)) {
    return `"${value}" is not accepted by AWS: it must match ${naming.pattern.source}. Write the name explicitly`;
  }
  return undefined;
}

/** The name AWS knows a resource by. AWS completes a prefix with 26 digits. */
export function physicalName(type: string, resource: Resource): string {
  const { property } = namingOf(type) ?? { property: "name" };
  const prefix = resource.input(`${property}Prefix`);
  return (
    resource.input(property) ??
    (prefix === undefined ? parseUrn(resource.urn).name : prefix + resource.random("digits", 26, "prefix"))
  );
}
