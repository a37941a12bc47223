import { actionsOf, allow, type DeployRights } from "../shared/deployRights";
import type { Statement } from "../shared/policyDocument";
import { type Deployed, prefixOf, tagsOf } from "./environment";

/** What is bound to no name and no tag; `otherEnvironments` takes back what is another environment's. */
export function manageStatements({ otherStacks, rights }: Deployed): Statement[] {
  const statements = Object.entries(collected(rights, "manage")).map(([service, actions]) =>
    allow(sid(service), actions),
  );
  const unbound = unboundActions(rights);
  return otherStacks.length > 0 || unbound.length === 0 ? statements : [...statements, allow("Unbound", unbound)];
}

/** What IAM can bind to no environment. */
export const unboundActions = (rights: readonly DeployRights[]): string[] =>
  Object.values(collected(rights, "unbound")).flat();

/** What is bound to this environment: by its tags, or by how its names begin. */
export function ownStatements(deployed: Deployed, boundaryArn: string): Statement[] {
  const { environment, domain, recoveryRegion, rights } = deployed;
  const { accountId, region } = environment.location;
  const tags = tagsOf(environment);
  const prefix = prefixOf(environment);
  const arn = (service: string, rest: string, where = "*") => `arn:aws:${service}:${where}:${accountId}:${rest}`;
  const keysThrough = sorted(rights.flatMap((right) => right.keysThrough ?? []));
  const passedTo = sorted(rights.flatMap((right) => right.passedTo ?? []));
  return [
    ...chunks(Object.values(collected(rights, "manageOwn")).flat()).map((actions, index) => ({
      ...allow(`Own${String(index + 1)}`, actions),
      Condition: { StringEquals: tags },
    })),
    {
      ...allow("KeysThroughTheirService", actionsOf("kms", "Decrypt Encrypt GenerateDataKey*")),
      Condition: {
        StringEquals: {
          ...tags,
          "kms:ViaService": [region, recoveryRegion].flatMap((where) =>
            keysThrough.map((service) => `${service}.${where}.amazonaws.com`),
          ),
        },
      },
    },
    ...rights.flatMap(({ named }) => named?.({ prefix, domain, tags, arn }) ?? []),
    ...roleStatements(prefix, accountId, boundaryArn, passedTo),
  ];
}

/** Actions by service, services in alphabetical order, whichever folder of components asks for them. */
function collected(
  rights: readonly DeployRights[],
  kind: "manage" | "manageOwn" | "unbound",
): Readonly<Record<string, string[]>> {
  const pairs = rights.flatMap((right) => Object.entries(right[kind] ?? {}));
  const services = sorted(pairs.map(([service]) => service));
  return Object.fromEntries(
    services.map((service) => [
      service,
      [...new Set(pairs.filter(([name]) => name === service).flatMap(([, actions]) => actionsOf(service, actions)))],
    ]),
  );
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].toSorted();

/** Statements short enough to fill documents well. */
const CHUNK = 60;
const chunks = (actions: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(actions.length / CHUNK) }, (_, index) =>
    actions.slice(index * CHUNK, (index + 1) * CHUNK),
  );

/** Roles of this environment only, and none that could do more than the boundary lets it. */
function roleStatements(
  prefix: string,
  accountId: string,
  boundaryArn: string,
  passedTo: readonly string[],
): Statement[] {
  const roles = `arn:aws:iam::${accountId}:role/${prefix}-*`;
  const on = (Sid: string, actions: string, resource: string) => allow(Sid, actionsOf("iam", actions), resource);
  return [
    {
      ...on(
        "BoundedRoles",
        "AttachRolePolicy CreateRole DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary PutRolePolicy",
        roles,
      ),
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    },
    on(
      "Roles",
      "DeleteRole GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription",
      roles,
    ),
    on(
      "Policies",
      "CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion GetPolicy GetPolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
      `arn:aws:iam::${accountId}:policy/${prefix}-*`,
    ),
    {
      ...on("HandRolesToServices", "PassRole", roles),
      Condition: { StringEquals: { "iam:PassedToService": passedTo.map((service) => `${service}.amazonaws.com`) } },
    },
    on("ServicesOwnRoles", "CreateServiceLinkedRole", `arn:aws:iam::${accountId}:role/aws-service-role/*`),
  ];
}

/** IAM takes letters and digits only. */
function sid(service: string): string {
  return service.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, "");
}
