import type { Rule } from "../rule";
import { automatedBackups } from "./automatedBackups";
import { backupRetention } from "./backupRetention";
import { cacheEncryption } from "./cacheEncryption";
import { clusterEncryption } from "./clusterEncryption";
import { databaseDeletionProtection } from "./databaseDeletionProtection";
import { databasePublic } from "./databasePublic";
import { databaseSubnets } from "./databaseSubnets";
import { dynamodbEncryption } from "./dynamodbEncryption";
import { finalSnapshot } from "./finalSnapshot";
import { insightsEncryption } from "./insightsEncryption";
import { masterPasswordEncryption } from "./masterPasswordEncryption";
import { proxyDebugLogging } from "./proxyDebugLogging";
import { rdsCopyEncryption } from "./rdsCopyEncryption";
import { rdsEncryption } from "./rdsEncryption";
import { searchEncryption } from "./searchEncryption";
import { searchEndpoint } from "./searchEndpoint";
import { searchPolicy } from "./searchPolicy";
import { serverlessDatabaseEncryption } from "./serverlessDatabaseEncryption";
import { warehouseEncryption } from "./warehouseEncryption";
import { dataMovesEncryption } from "./dataMovesEncryption";
import { lastSnapshot } from "./lastSnapshot";

export const databaseRules: readonly Rule[] = [
  automatedBackups,
  backupRetention,
  cacheEncryption,
  clusterEncryption,
  databaseDeletionProtection,
  databasePublic,
  databaseSubnets,
  dynamodbEncryption,
  finalSnapshot,
  insightsEncryption,
  masterPasswordEncryption,
  proxyDebugLogging,
  rdsCopyEncryption,
  rdsEncryption,
  searchEncryption,
  searchEndpoint,
  searchPolicy,
  serverlessDatabaseEncryption,
  warehouseEncryption,
  dataMovesEncryption,
  lastSnapshot,
];
