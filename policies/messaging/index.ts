import type { Rule } from "../rule";
import { brokerEncryption } from "./brokerEncryption";
import { firehoseEncryption } from "./firehoseEncryption";
import { messagePolicyPublic } from "./messagePolicyPublic";
import { sqsQueueEncryption } from "./sqsQueueEncryption";
import { kinesisEncryption } from "./kinesisEncryption";
import { snsTopicEncryption } from "./snsTopicEncryption";
import { eventAndWorkflowEncryption } from "./eventAndWorkflowEncryption";
import { contactCentreEncryption } from "./contactCentreEncryption";

export const messagingRules: readonly Rule[] = [
  brokerEncryption,
  firehoseEncryption,
  messagePolicyPublic,
  sqsQueueEncryption,
  kinesisEncryption,
  snsTopicEncryption,
  eventAndWorkflowEncryption,
  contactCentreEncryption,
];
