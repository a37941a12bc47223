import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { readDocument } from "../shared/document";
import { ownAccounts } from "../shared/ownAccounts";
import { principalAccounts } from "../shared/principalAccounts";
import { isBoundBy } from "../shared/specific";

const POLICIES: Readonly<Record<string, string>> = {
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
  "aws:s3/bucket:Bucket": "policy",
  "aws:kms/key:Key": "policy",
  "aws:kms/keyPolicy:KeyPolicy": "policy",
  "aws:secretsmanager/secret:Secret": "policy",
  "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
  "aws:sns/topicPolicy:TopicPolicy": "policy",
  "aws:sqs/queuePolicy:QueuePolicy": "policy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:backup/vaultPolicy:VaultPolicy": "policy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy",
  "aws:dynamodb/resourcePolicy:ResourcePolicy": "policy",
  "aws:efs/fileSystemPolicy:FileSystemPolicy": "policy",
};
const ORGANISATION = /^aws:(principalorgid|principalorgpaths)$/;
/** Accounts of AWS that deliver logs of load balancers: "Enable access logs", Elastic Load Balancing User Guide. */
const LOG_WRITERS = new Set(
  "127311923021 033677994240 027434742980 797873946194 985666609251 054676820928 156460612806 652711504416 009996457667 897822967062 582318560864 600734575887 383597477331 114774131450 783225319266 718504428378 507241528517 098369216593 754344448648 589379963580 076674570225 635631232127 406031830440".split(
    " ",
  ),
);

export const resourcePolicyForeignAccount = rule({
  id: "resource-policy-foreign-account",
  title: "Records and keys are shared with our own accounts only",
  family: "access",
  severity: "high",
  level: "advisory",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation:
    "Name roles of this account, or add a condition on aws:PrincipalOrgID; a partner needs an agreement first",
  types: Object.keys(POLICIES),
  checkInStack: (resource, stack): Outcomes => {
    const policy = resource.at(POLICIES[resource.type] ?? "policy");
    if (policy.absent) return undefined;
    const document = readDocument(policy.value);
    if (document.state === "notKnown") return policy.later();
    if (document.state === "unreadable") return undefined;
    return document.statements.map((statement): Outcomes => {
      const accounts = principalAccounts(statement).filter((each) => !LOG_WRITERS.has(each));
      if (accounts.length === 0 || isBoundBy(statement["Condition"], ORGANISATION)) return undefined;
      const own = ownAccounts(stack);
      const foreign = own.size === 0 ? undefined : accounts.find((each) => !own.has(each));
      return foreign === undefined
        ? undefined
        : policy.refuse(`grants access to account ${foreign}, which is not ours (${[...own].join(", ")})`);
    });
  },
});
