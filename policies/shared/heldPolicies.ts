import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";

export const POLICY = "aws:iam/policy:Policy";

/** Where the types of AWS name managed policies: paths, a dot between the keys of each. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["policyArn"],
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["policyArn"],
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": ["policyArn"],
  "aws:iam/policyAttachment:PolicyAttachment": ["policyArn"],
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/role:Role": ["managedPolicyArns", "permissionsBoundary"],
  "aws:iam/user:User": ["permissionsBoundary"],
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": ["managedPolicyArn"],
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": ["managedPolicyArns"],
  // By their names, which each account of the permission set has its own policy of.
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": [
    "customerManagedPolicyReference.name",
  ],
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive": [
    "customerManagedPolicyReferences.name",
  ],
  "aws:rolesanywhere/profile:Profile": ["managedPolicyArns"],
  "aws:quicksight/iamPolicyAssignment:IamPolicyAssignment": ["policyArn"],
  "aws:emr/studioSessionMapping:StudioSessionMapping": ["sessionPolicyArn"],
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": ["guardrailPolicyArns"],
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": ["guardrailPolicyArns"],
  // What a budget does when it is exceeded: by itself, if it is told so.
  "aws:budgets/budgetAction:BudgetAction": ["definition.iamActionDefinition.policyArn"],
};
export const HOLDERS: readonly string[] = Object.keys(PLACES);

/** What only limits, and gives nothing by itself. */
const LIMITS = /^(?:permissionsBoundary|guardrailPolicyArns)/;

/** The policies that a resource names. */
export const policiesNamedBy = (resource: Resource): readonly Field[] =>
  (PLACES[resource.type] ?? []).flatMap((each) => fieldsAt(resource.at(), each.split(".")));

function fieldsAt(field: Field, [key, ...rest]: readonly string[]): readonly Field[] {
  if (key === undefined || field.unknown) return [field];
  return field.at(key).items.flatMap((each) => fieldsAt(each, rest));
}

/** What somebody is given. */
export const heldPolicies = (resource: Resource): readonly Field[] =>
  policiesNamedBy(resource).filter(({ path }) => !LIMITS.test(path));

/** A policy of somebody's account, and not one of AWS's, with its name. */
const OWN = /^arn:[^:]*:iam::\d{12}:policy\/(?:.*\/)?([^/]+)$/;

const nameOf = (arn: string): string | undefined => OWN.exec(arn)?.[1];
const isByName = ({ path }: Field) => path.endsWith(".name");

/** The name of a policy that AWS did not write; undefined of any other. */
export const ownPolicyName = (field: Field): string | undefined =>
  isByName(field) ? field.text : nameOf(field.text ?? "");

/** How the provider ends a prefix: the time and a count. */
const PREFIXED = /^[0-9a-f]{26}$/;
/** How Pulumi ends the name that it makes of the program's, where a stack's file asks for no other. */
const AUTOMATIC = /^-[0-9a-f]{7}$/;

/** Whether a policy of this program is the one that a field names: by its ARN where it is made already, else by its name. */
export function isNamed(policy: Resource, field: Field): boolean {
  const name = ownPolicyName(field);
  if (name === undefined) return false;
  if (policy.id !== undefined) return isByName(field) ? nameOf(policy.id) === name : policy.id === field.text;
  const written = policy.at("name").text;
  if (written !== undefined) return written === name;
  const prefix = policy.at("namePrefix").text;
  const [start, end] = prefix === undefined ? [policy.name, AUTOMATIC] : [prefix, PREFIXED];
  return name.startsWith(start) && end.test(name.slice(start.length));
}
