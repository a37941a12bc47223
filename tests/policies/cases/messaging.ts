import { LATER } from "../runner";
import { bad, type CaseTable, KEY, keyCases, ok, one } from "./case";

const QUEUE = "sqs/queuePolicy:QueuePolicy";
const FIREHOSE = "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const allow = (principal: unknown, condition?: object) => ({
  Statement: [
    {
      Effect: "Allow",
      Principal: principal,
      Action: "sqs:SendMessage",
      Resource: "*",
      ...(condition && { Condition: condition }),
    },
  ],
});
const plainDenied = (action: string, principal: unknown = "*", flag = "false") => ({
  Statement: [
    {
      Effect: "Deny",
      Principal: principal,
      Action: action,
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": flag } },
    },
  ],
});
const policy = (document: unknown) => ({ policy: JSON.stringify(document) });

export const messaging: CaseTable = {
  "sns-topic-encryption": keyCases("sns/topic:Topic", (kmsMasterKeyId) => ({ kmsMasterKeyId }), LATER),
  "sqs-queue-encryption": {
    ...keyCases("sqs/queue:Queue", (kmsMasterKeyId) => ({ kmsMasterKeyId }), LATER),
    rejects: [
      bad(
        "encryption with a key that AWS owns",
        /no key named/,
        one("sqs/queue:Queue", { sqsManagedSseEnabled: true }),
      ),
    ],
  },
  "message-policy-tls-only": {
    accepts: [
      ok("a queue without a policy", one("sqs/queue:Queue", {})),
      ok("a queue that denies all actions", one(QUEUE, policy(plainDenied("sqs:*")))),
      ok("a topic that denies publishing", one("sns/topicPolicy:TopicPolicy", policy(plainDenied("sns:Publish")))),
    ],
    rejects: [
      bad("a policy that only allows", /plain HTTP/, one(QUEUE, policy(allow("111122223333")))),
      bad("one action denied", /plain HTTP/, one(QUEUE, policy(plainDenied("sqs:SendMessage")))),
      bad("one sender denied", /plain HTTP/, one(QUEUE, policy(plainDenied("sqs:*", "111122223333")))),
      bad("requests with TLS denied", /plain HTTP/, one(QUEUE, policy(plainDenied("sqs:*", "*", "true")))),
      bad("a policy on the topic itself", /plain HTTP/, one("sns/topic:Topic", policy(allow("111122223333")))),
    ],
    defers: [ok("an unknown policy", one(QUEUE, { policy: LATER }))],
  },
  "kinesis-encryption": {
    accepts: [
      ok("a key of ours", one("kinesis/stream:Stream", { encryptionType: "KMS", kmsKeyId: KEY })),
      ok("a video stream with a key of ours", one("kinesis/videoStream:VideoStream", { kmsKeyId: KEY })),
    ],
    rejects: [
      bad("no encryption", /stored unencrypted/, one("kinesis/stream:Stream", {})),
      bad("NONE", /stored unencrypted/, one("kinesis/stream:Stream", { encryptionType: "NONE", kmsKeyId: KEY })),
      bad(
        "the key of AWS",
        /key that AWS manages/,
        one("kinesis/stream:Stream", { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" }),
      ),
      bad("a video stream with no key", /no key named/, one("kinesis/videoStream:VideoStream", {})),
    ],
    defers: [
      ok("a key made in the same update", one("kinesis/stream:Stream", { encryptionType: "KMS", kmsKeyId: LATER })),
    ],
  },
  "firehose-encryption": {
    accepts: [
      ok(
        "a key of ours",
        one(FIREHOSE, { serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: KEY } }),
      ),
      ok(
        "a source that encrypts by itself",
        one(FIREHOSE, { kinesisSourceConfiguration: { kinesisStreamArn: "arn:s", roleArn: "arn:r" } }),
      ),
    ],
    rejects: [
      bad("nothing", /not encrypted/, one(FIREHOSE, {})),
      bad("enabled false", /not encrypted/, one(FIREHOSE, { serverSideEncryption: { enabled: false } })),
      bad("the default key type", /key that AWS owns/, one(FIREHOSE, { serverSideEncryption: { enabled: true } })),
      bad(
        "objects delivered with a key of AWS",
        /delivered objects/,
        one(FIREHOSE, {
          serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: KEY },
          extendedS3Configuration: { kmsKeyArn: "alias/aws/s3" },
        }),
      ),
    ],
    defers: [ok("everything unknown", one(FIREHOSE, { serverSideEncryption: LATER }))],
  },
  "broker-encryption": {
    accepts: [
      ok(
        "Kafka with a key of ours",
        one("msk/cluster:Cluster", { encryptionInfo: { encryptionAtRestKmsKeyArn: KEY } }),
      ),
      ok(
        "MQ with a key of ours",
        one("mq/broker:Broker", { encryptionOptions: { useAwsOwnedKey: false, kmsKeyId: KEY } }),
      ),
    ],
    rejects: [
      bad("Kafka with no key", /no key named/, one("msk/cluster:Cluster", {})),
      bad("MQ with nothing", /key that AWS owns/, one("mq/broker:Broker", {})),
      bad(
        "MQ with a key that is overruled",
        /key that AWS owns/,
        one("mq/broker:Broker", { encryptionOptions: { kmsKeyId: KEY } }),
      ),
    ],
    defers: [
      ok(
        "MQ with an unknown key",
        one("mq/broker:Broker", { encryptionOptions: { useAwsOwnedKey: false, kmsKeyId: LATER } }),
      ),
    ],
  },
  "message-policy-public": {
    accepts: [
      ok(
        "a topic of ours as the source",
        one(
          QUEUE,
          policy(
            allow(
              { Service: "sns.amazonaws.com" },
              { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:alerts" } },
            ),
          ),
        ),
      ),
      ok(
        "the default policy that SNS writes",
        one("sns/topic:Topic", policy(allow({ AWS: "*" }, { StringEquals: { "AWS:SourceOwner": "111122223333" } }))),
      ),
      ok(
        "alarms and events of the account",
        one(
          "sns/topicPolicy:TopicPolicy",
          policy(allow({ Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com"] })),
        ),
      ),
      ok("no policy", one("sqs/queue:Queue", {})),
    ],
    rejects: [
      bad("everyone", /grants access to everyone/, one(QUEUE, policy(allow("*")))),
      bad(
        "every topic of everyone",
        /sns.amazonaws.com on behalf of any/,
        one(QUEUE, policy(allow({ Service: "sns.amazonaws.com" }))),
      ),
      bad(
        "everyone on a bus",
        /grants access to everyone/,
        one("cloudwatch/eventBusPolicy:EventBusPolicy", policy(allow({ AWS: ["*"] }))),
      ),
      bad("a text that is no policy", /not a readable/, one(QUEUE, { policy: "{" })),
    ],
    defers: [ok("a policy with an ARN that is not known", one(QUEUE, { policy: LATER }))],
  },
};
