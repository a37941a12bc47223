import type { Rule } from "../rule";
import { brokerEncryption } from "./brokerEncryption";
import { firehoseEncryption } from "./firehoseEncryption";
import { messagePolicy } from "./messagePolicy";
import { queueEncryption } from "./queueEncryption";
import { streamEncryption } from "./streamEncryption";
import { topicEncryption } from "./topicEncryption";
import { eventEncryption } from "./eventEncryption";
import { contactEncryption } from "./contactEncryption";

export const messagingRules: readonly Rule[] = [
  brokerEncryption,
  firehoseEncryption,
  messagePolicy,
  queueEncryption,
  streamEncryption,
  topicEncryption,
  eventEncryption,
  contactEncryption,
];
