import type { Rule } from "../rule";
import { automatedBackupsKept } from "./automatedBackupsKept";
import { backupRetention } from "./backupRetention";
import { cacheEncryption } from "./cacheEncryption";
import { docdbNeptuneEncryption } from "./docdbNeptuneEncryption";
import { databaseDeletionProtection } from "./databaseDeletionProtection";
import { databasePublic } from "./databasePublic";
import { databaseSubnetInternetRoute } from "./databaseSubnetInternetRoute";
import { dynamodbEncryption } from "./dynamodbEncryption";
import { finalSnapshot } from "./finalSnapshot";
import { performanceInsightsEncryption } from "./performanceInsightsEncryption";
import { databasePasswordEncryption } from "./databasePasswordEncryption";
import { databaseProxyDebugLogging } from "./databaseProxyDebugLogging";
import { rdsCopyEncryption } from "./rdsCopyEncryption";
import { rdsEncryption } from "./rdsEncryption";
import { searchEncryption } from "./searchEncryption";
import { searchEndpointPublic } from "./searchEndpointPublic";
import { databasePolicyPublic } from "./databasePolicyPublic";
import { managedDatabaseEncryption } from "./managedDatabaseEncryption";
import { redshiftEncryption } from "./redshiftEncryption";
import { dataPipelineEncryption } from "./dataPipelineEncryption";
import { finalSnapshotNamed } from "./finalSnapshotNamed";

export const databaseRules: readonly Rule[] = [
  automatedBackupsKept,
  backupRetention,
  cacheEncryption,
  docdbNeptuneEncryption,
  databaseDeletionProtection,
  databasePublic,
  databaseSubnetInternetRoute,
  dynamodbEncryption,
  finalSnapshot,
  performanceInsightsEncryption,
  databasePasswordEncryption,
  databaseProxyDebugLogging,
  rdsCopyEncryption,
  rdsEncryption,
  searchEncryption,
  searchEndpointPublic,
  databasePolicyPublic,
  managedDatabaseEncryption,
  redshiftEncryption,
  dataPipelineEncryption,
  finalSnapshotNamed,
];
