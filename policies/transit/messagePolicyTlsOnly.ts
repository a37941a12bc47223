import { rule } from "../rule";
import { readDocument } from "../shared/document";
import { deniesPlain } from "../shared/plainDenial";

/** What has to be denied: a topic's policy knows no `sns:*`, since AWS refuses actions that are no topic's. */
const MESSAGES: Readonly<Record<string, RegExp>> = {
  "aws:sns/topic:Topic": /^sns:(publish|\*)$/i,
  "aws:sns/topicPolicy:TopicPolicy": /^sns:(publish|\*)$/i,
  "aws:sqs/queue:Queue": /^sqs:\*$/i,
  "aws:sqs/queuePolicy:QueuePolicy": /^sqs:\*$/i,
};

export const messagePolicyTlsOnly = rule({
  id: "message-policy-tls-only",
  title: "Policies of topics and queues deny requests without TLS",
  family: "encryption-in-transit",
  severity: "medium",
  controls: ["164.312(e)(1)"],
  remediation: 'Add a statement that denies sqs:*, or sns:Publish, to Principal "*" where aws:SecureTransport is false',
  types: Object.keys(MESSAGES),
  level: "advisory",
  check: (resource) => {
    const policy = resource.at("policy");
    if (policy.absent) return undefined;
    const document = readDocument(policy.value);
    if (document.state === "notKnown") return policy.later();
    const messages = MESSAGES[resource.type];
    const statements = document.state === "read" ? document.statements : [];
    const isSafe = messages !== undefined && statements.some((each) => deniesPlain(each, messages, /./));
    return isSafe ? undefined : policy.refuse("it accepts plain HTTP, which the service also serves");
  },
});
