import { covers } from "./document";

const MANAGED = /^arn:[^:]*:iam::aws:policy\/(?:job-function\/|service-role\/)?(.+)$/;
/** Everything on everything, every record of a service, or the right to grant both. */
const BROAD =
  /^(AdministratorAccess.*|PowerUserAccess|.*Full_?Access(?:[-_]?[vV]\d+)?|ReadOnlyAccess|SystemAdministrator|DatabaseAdministrator|NetworkAdministrator|DataScientist|SecretsManagerReadWrite|AWSKeyManagementServicePowerUser|AmazonCognito(?:PowerUser|ReadOnly)|AmazonEC2RoleforSSM|(?:AmazonS3|AmazonDynamoDB|AmazonSSM|CloudWatchLogs|AmazonSQS|AmazonKinesis|AmazonHealthLake|AmazonRedshift|AmazonOpenSearchService|AmazonTranscribe)ReadOnlyAccess)$/;

/** The name of a policy of AWS that reaches every resource of the account; undefined of any other. */
export function broadManagedPolicy(arn: string): string | undefined {
  const name = MANAGED.exec(arn)?.[1];
  return name !== undefined && BROAD.test(name) ? name : undefined;
}

/** Policies that make an administrator of whoever has them. */
const MIGHTY = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess", "job-function/SystemAdministrator"].map(
  (each) => `arn:aws:iam::aws:policy/${each}`,
);

/** Whether a pattern of ARNs has one of AWS's policies for everything among what it fits. */
export function fitsBroadManagedPolicy(pattern: string): boolean {
  const inAws = pattern.replace(/^arn:[^:]*:/, "arn:aws:");
  return broadManagedPolicy(pattern) !== undefined || MIGHTY.some((each) => covers(inAws, each));
}
