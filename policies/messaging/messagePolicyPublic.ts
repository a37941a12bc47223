import { rule } from "../rule";
import { judgesPolicies } from "../shared/publicPolicyTable";

const POLICIES = {
  "aws:sns/topic:Topic": "policy",
  "aws:sns/topicPolicy:TopicPolicy": "policy",
  "aws:sqs/queue:Queue": "policy",
  "aws:sqs/queuePolicy:QueuePolicy": "policy",
  "aws:kinesis/resourcePolicy:ResourcePolicy": "policy",
  "aws:msk/clusterPolicy:ClusterPolicy": "policy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy",
  "aws:schemas/registryPolicy:RegistryPolicy": "policy",
  "aws:ses/identityPolicy:IdentityPolicy": "policy",
  "aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy": "policy",
};

export const messagePolicyPublic = rule({
  id: "message-policy-public",
  title: "Policies of topics, queues, streams and buses grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Name the principals, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID",
  types: Object.keys(POLICIES),
  check: judgesPolicies(POLICIES),
});
