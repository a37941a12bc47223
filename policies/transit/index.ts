import type { Rule } from "../rule";
import { brokerTls } from "./brokerTls";
import { bucketTls } from "./bucketTls";
import { cacheTls } from "./cacheTls";
import { classicListenerTls } from "./classicListenerTls";
import { connectionTls } from "./connectionTls";
import { databaseParameters } from "./databaseParameters";
import { databaseTls } from "./databaseTls";
import { latticeTls } from "./latticeTls";
import { listenerTls } from "./listenerTls";
import { migrationTls } from "./migrationTls";
import { proxyTls } from "./proxyTls";
import { searchTls } from "./searchTls";
import { targetTls } from "./targetTls";
import { transferProtocol } from "./transferProtocol";
import { volumeTls } from "./volumeTls";
import { messageTls } from "./messageTls";
import { messagePolicyTls } from "./messagePolicyTls";

export const transitRules: readonly Rule[] = [
  listenerTls,
  classicListenerTls,
  targetTls,
  latticeTls,
  databaseTls,
  databaseParameters,
  proxyTls,
  cacheTls,
  searchTls,
  brokerTls,
  bucketTls,
  volumeTls,
  migrationTls,
  transferProtocol,
  connectionTls,
  messageTls,
  messagePolicyTls,
];
