import { type CdkResource, type CdkStack, referred } from "./cdkResource";

/** What `pulumi import` asks for to find a resource; undefined if it cannot be made of what is known. */
export type ImportId = (resource: CdkResource, stack: CdkStack) => string | undefined;

/** Stands for the resource's own physical id among the parts of an id. */
export const OWN = "";

/** Parts of an id, one behind the other: texts of the template, or the physical ids of what it refers to. */
export const joined =
  (between: string, ...properties: readonly string[]): ImportId =>
  (resource, stack) => {
    const parts = properties.map((each) => (each === OWN ? resource.physicalId : partOf(resource, each, stack)));
    return parts.includes(undefined) ? undefined : parts.join(between);
  };

function partOf({ properties }: CdkResource, property: string, stack: CdkStack): string | undefined {
  const value = properties?.[property];
  return typeof value === "string" ? value : stack.get(referred(value) ?? "")?.physicalId;
}

/** `userPoolId/own id`. Without a template a stack's only pool is meant. */
export const ofPool: ImportId = (resource, stack) => {
  const named = partOf(resource, "UserPoolId", stack);
  const pools = [...stack.values()].filter(({ type }) => type === "AWS::Cognito::UserPool");
  const pool = named ?? (pools.length === 1 ? pools[0]?.physicalId : undefined);
  return pool === undefined ? undefined : `${pool}/${resource.physicalId}`;
};

/** CloudFormation calls an elastic address by its number, Pulumi by its allocation. */
export const allocation: ImportId = ({ physicalId }) => (physicalId.startsWith("eipalloc-") ? physicalId : undefined);

/** The name that a physical id shows: behind the last colon of a secret's ARN, without the six letters AWS added. */
export function physicalName({ physicalId, type }: CdkResource): string {
  if (type !== "AWS::SecretsManager::Secret") return physicalId;
  return physicalId.slice(physicalId.lastIndexOf(":") + 1).replace(/-[A-Za-z0-9]{6}$/, "");
}
