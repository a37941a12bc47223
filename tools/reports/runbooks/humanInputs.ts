/**
 * What only the person at the keyboard can know, as it stands between angle brackets in a page, with where it is found.
 * Everything else between angle brackets is filled from the stack.
 */
export const HUMAN_INPUTS: Readonly<Record<string, string>> = {
  "access key id": "`userIdentity.accessKeyId` of the event in CloudTrail",
  "admin email": "the address that the first administrator signs in with",
  "cluster endpoint": "`Endpoint` in the answer of `aws rds describe-db-clusters` for the restored cluster",
  "CloudFormation stacks": "the names that `cdk list` shows, with commas between them",
  code: "the six digits that your MFA device shows now",
  "dead letter queue": "the ARN of the queue that rings, from the table on the page",
  email: "the address that the person signs in with",
  incident: "what you call it, such as incident-17",
  "image tag": "one of the tags that the command before shows",
  "key region": "the column of the table on the page that says where the key is",
  "key id": "of the key that rings, from the table on the page",
  "MFA device": "the ARN that IAM, Users, Security credentials shows for you",
  moment: "a time just before the damage, in UTC, such as 2026-11-24T12:00:00Z",
  "new files bucket": "output `filesBucket` of the new stack",
  "new repository": "output `repositoryUrl` of the new stack",
  "new user pool": "output `userPoolId` of the new stack",
  "new videos bucket": "output `videosBucket` of the new stack",
  "object key": "where the file or recording lies in its bucket",
  organization: "its id in the application's database",
  pid: "the first column of the query's answer",
  "recovery point": "`RecoveryPointArn` in the answer of `list-recovery-points-by-backup-vault`",
  snapshot: "one of the names that the command before shows",
  URN: "`npm run pulumi -- stack --show-urns` shows it",
  user: "the name of the IAM user, from `userIdentity.arn` of the event",
  "version id": "`VersionId` in the answer of the command before",
};
