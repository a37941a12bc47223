import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";

/** Where the types of AWS name managed policies: paths, a dot between the keys of each. */
export const POLICY_PLACES: Readonly<Record<string, readonly string[]>> = {
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
  "aws:rolesanywhere/profile:Profile": ["managedPolicyArns"],
  // What a budget does when it is exceeded: by itself, if it is told so.
  "aws:budgets/budgetAction:BudgetAction": ["definition.iamActionDefinition.policyArn"],
};
const MANAGED = /^arn:[^:]*:iam::aws:policy\/(?:job-function\/|service-role\/)?(.+)$/;
/** Everything on everything, every record of a service, or the right to grant both. */
const BROAD =
  /^(AdministratorAccess.*|PowerUserAccess|.*Full_?Access(?:[-_]?[vV]\d+)?|ReadOnlyAccess|SystemAdministrator|DatabaseAdministrator|NetworkAdministrator|DataScientist|SecretsManagerReadWrite|AWSKeyManagementServicePowerUser|AmazonCognito(?:PowerUser|ReadOnly)|AmazonEC2RoleforSSM|(?:AmazonS3|AmazonDynamoDB|AmazonSSM|CloudWatchLogs|AmazonSQS|AmazonKinesis|AmazonHealthLake|AmazonRedshift|AmazonOpenSearchService|AmazonTranscribe)ReadOnlyAccess)$/;

function judge(field: Field) {
  if (field.unknown) return field.later();
  const name = MANAGED.exec(field.text ?? "")?.[1];
  return name !== undefined && BROAD.test(name)
    ? field.refuse(`${name} reaches every resource of the account, those of other applications too`)
    : undefined;
}

/** A policy of somebody's account, and not one of AWS's, with its name. */
const OWN = /^arn:[^:]*:iam::\d{12}:policy\/(?:.*\/)?([^/]+)$/;

/** The name of a policy that AWS did not write; undefined of any other. */
export const ownPolicyName = ({ text = "" }: Field): string | undefined => OWN.exec(text)?.[1];

/** Whether a policy of this program may have that name in AWS: Pulumi makes one of its own name where none is written. */
export function mayBeCalled(policy: Resource, name: string): boolean {
  const written = policy.at("name");
  if (written.text !== undefined) return written.text === name;
  const prefix = policy.at("namePrefix").text;
  return prefix === undefined ? name.includes(policy.name) : name.startsWith(prefix);
}

/** What somebody is given; a boundary only limits. */
export const heldPolicies = (resource: Resource): readonly Field[] =>
  policiesNamedBy(resource).filter(({ path }) => !path.startsWith("permissionsBoundary"));

/** The policies that a resource names. */
const policiesNamedBy = (resource: Resource): readonly Field[] =>
  (POLICY_PLACES[resource.type] ?? []).flatMap((each) => resource.at(...each.split(".")).items);

export const iamBroadManagedPolicy = rule({
  id: "iam-broad-managed-policy",
  title: "Nobody holds one of AWS's policies for everything",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Write a policy of your own with the actions and ARNs that are used",
  types: Object.keys(POLICY_PLACES),
  check: (resource) => policiesNamedBy(resource).map(judge),
});
