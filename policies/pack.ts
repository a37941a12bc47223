import { athenaEncryption } from "./analytics/athenaEncryption";
import { clusterPublicAccess } from "./analytics/clusterPublicAccess";
import { glueEncryption } from "./analytics/glueEncryption";
import { workbenchEncryption } from "./analytics/workbenchEncryption";
import { auditPolicy } from "./audit/auditPolicy";
import { backupVaultEncryption } from "./audit/backupVaultEncryption";
import { logGroupEncryption } from "./audit/logGroupEncryption";
import { traceEncryption } from "./audit/traceEncryption";
import { trailEncryption } from "./audit/trailEncryption";
import { clusterEndpoint } from "./compute/clusterEndpoint";
import { clusterSecretsEncryption } from "./compute/clusterSecretsEncryption";
import { containerStorageEncryption } from "./compute/containerStorageEncryption";
import { functionEnvironmentEncryption } from "./compute/functionEnvironmentEncryption";
import { functionPermission } from "./compute/functionPermission";
import { functionUrl } from "./compute/functionUrl";
import { publicAddress } from "./compute/publicAddress";
import { repositoryEncryption } from "./compute/repositoryEncryption";
import { repositoryPolicy } from "./compute/repositoryPolicy";
import { sharedSnapshots } from "./compute/sharedSnapshots";
import { volumeEncryption } from "./compute/volumeEncryption";
import { automatedBackups } from "./database/automatedBackups";
import { backupRetention } from "./database/backupRetention";
import { cacheEncryption } from "./database/cacheEncryption";
import { clusterEncryption } from "./database/clusterEncryption";
import { databaseDeletionProtection } from "./database/databaseDeletionProtection";
import { databasePublic } from "./database/databasePublic";
import { databaseSubnets } from "./database/databaseSubnets";
import { dynamodbEncryption } from "./database/dynamodbEncryption";
import { finalSnapshot } from "./database/finalSnapshot";
import { insightsEncryption } from "./database/insightsEncryption";
import { masterPasswordEncryption } from "./database/masterPasswordEncryption";
import { rdsCopyEncryption } from "./database/rdsCopyEncryption";
import { rdsEncryption } from "./database/rdsEncryption";
import { searchEncryption } from "./database/searchEncryption";
import { searchEndpoint } from "./database/searchEndpoint";
import { searchPolicy } from "./database/searchPolicy";
import { serverlessDatabaseEncryption } from "./database/serverlessDatabaseEncryption";
import { warehouseEncryption } from "./database/warehouseEncryption";
import { buildEncryption } from "./delivery/buildEncryption";
import { buildVisibility } from "./delivery/buildVisibility";
import { apiCacheEncryption } from "./edge/apiCacheEncryption";
import { apiPolicy } from "./edge/apiPolicy";
import { originAccess } from "./edge/originAccess";
import { originSigning } from "./edge/originSigning";
import { recordingsSignedUrls } from "./edge/recordingsSignedUrls";
import { guestIdentities } from "./identity/guestIdentities";
import { roleTrust } from "./identity/roleTrust";
import { userPoolDeletionProtection } from "./identity/userPoolDeletionProtection";
import { forceDestroy } from "./lifecycle/forceDestroy";
import { ignoredProtection } from "./lifecycle/ignoredProtection";
import { protectStateful } from "./lifecycle/protectStateful";
import { replaceOrder } from "./lifecycle/replaceOrder";
import { brokerEncryption } from "./messaging/brokerEncryption";
import { firehoseEncryption } from "./messaging/firehoseEncryption";
import { messagePolicy } from "./messaging/messagePolicy";
import { queueEncryption } from "./messaging/queueEncryption";
import { streamEncryption } from "./messaging/streamEncryption";
import { topicEncryption } from "./messaging/topicEncryption";
import { elasticIpOnInstance } from "./network/elasticIpOnInstance";
import { loadBalancerDeletionProtection } from "./network/loadBalancerDeletionProtection";
import { subnetPublicAddress } from "./network/subnetPublicAddress";
import { worldOpenPorts } from "./network/worldOpenPorts";
import type { Rule } from "./rule";
import { keyDeletionWindow } from "./security/keyDeletionWindow";
import { keyPolicy } from "./security/keyPolicy";
import { keyRotation } from "./security/keyRotation";
import { parameterEncryption } from "./security/parameterEncryption";
import { secretEncryption } from "./security/secretEncryption";
import { secretPolicy } from "./security/secretPolicy";
import { secretRecoveryWindow } from "./security/secretRecoveryWindow";
import { bucketAcl } from "./storage/bucketAcl";
import { bucketEncryption } from "./storage/bucketEncryption";
import { bucketOwnership } from "./storage/bucketOwnership";
import { bucketPolicy } from "./storage/bucketPolicy";
import { bucketPublicAccessBlock } from "./storage/bucketPublicAccessBlock";
import { bucketWebsite } from "./storage/bucketWebsite";
import { fileSystemEncryption } from "./storage/fileSystemEncryption";
import { fileSystemPolicy } from "./storage/fileSystemPolicy";
import { objectEncryption } from "./storage/objectEncryption";
import { publicAccessBlockWeakened } from "./storage/publicAccessBlockWeakened";
import { recordingsRetention } from "./storage/recordingsRetention";
import { recordingsVersioning } from "./storage/recordingsVersioning";

/** Every rule, in the order it is reported and documented: from the data outwards. */
export const pack: readonly Rule[] = [
  bucketAcl,
  bucketEncryption,
  bucketOwnership,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketWebsite,
  fileSystemEncryption,
  fileSystemPolicy,
  objectEncryption,
  publicAccessBlockWeakened,
  recordingsRetention,
  recordingsVersioning,
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
  rdsCopyEncryption,
  rdsEncryption,
  searchEncryption,
  searchEndpoint,
  searchPolicy,
  serverlessDatabaseEncryption,
  warehouseEncryption,
  clusterEndpoint,
  clusterSecretsEncryption,
  containerStorageEncryption,
  functionEnvironmentEncryption,
  functionPermission,
  functionUrl,
  publicAddress,
  repositoryEncryption,
  repositoryPolicy,
  sharedSnapshots,
  volumeEncryption,
  brokerEncryption,
  firehoseEncryption,
  messagePolicy,
  queueEncryption,
  streamEncryption,
  topicEncryption,
  athenaEncryption,
  clusterPublicAccess,
  glueEncryption,
  workbenchEncryption,
  keyDeletionWindow,
  keyPolicy,
  keyRotation,
  parameterEncryption,
  secretEncryption,
  secretPolicy,
  secretRecoveryWindow,
  elasticIpOnInstance,
  loadBalancerDeletionProtection,
  subnetPublicAddress,
  worldOpenPorts,
  apiCacheEncryption,
  apiPolicy,
  originAccess,
  originSigning,
  recordingsSignedUrls,
  guestIdentities,
  roleTrust,
  userPoolDeletionProtection,
  auditPolicy,
  backupVaultEncryption,
  logGroupEncryption,
  traceEncryption,
  trailEncryption,
  buildEncryption,
  buildVisibility,
  forceDestroy,
  ignoredProtection,
  protectStateful,
  replaceOrder,
];
