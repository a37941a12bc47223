import type { Rule } from "../rule";
import { kafkaTls } from "./kafkaTls";
import { s3BucketTlsOnly } from "./s3BucketTlsOnly";
import { cacheTls } from "./cacheTls";
import { classicListenerTls } from "./classicListenerTls";
import { connectionTls } from "./connectionTls";
import { databaseParameterGroup } from "./databaseParameterGroup";
import { databaseTls } from "./databaseTls";
import { latticeListenerTls } from "./latticeListenerTls";
import { listenerTls } from "./listenerTls";
import { migrationEndpointTls } from "./migrationEndpointTls";
import { databaseProxyTls } from "./databaseProxyTls";
import { searchTls } from "./searchTls";
import { targetGroupTls } from "./targetGroupTls";
import { transferProtocol } from "./transferProtocol";
import { taskVolumeTls } from "./taskVolumeTls";
import { messageDeliveryTls } from "./messageDeliveryTls";
import { messagePolicyTlsOnly } from "./messagePolicyTlsOnly";

export const transitRules: readonly Rule[] = [
  listenerTls,
  classicListenerTls,
  targetGroupTls,
  latticeListenerTls,
  databaseTls,
  databaseParameterGroup,
  databaseProxyTls,
  cacheTls,
  searchTls,
  kafkaTls,
  s3BucketTlsOnly,
  taskVolumeTls,
  migrationEndpointTls,
  transferProtocol,
  connectionTls,
  messageDeliveryTls,
  messagePolicyTlsOnly,
];
