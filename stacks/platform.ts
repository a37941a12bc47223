import * as pulumi from "@pulumi/pulumi";
import { EnvironmentBudget } from "../components/cost/budget";
import { bucketReadStatement, keyDecryptStatement } from "../components/edge/bucketRead";
import { IdentityPool } from "../components/identity/identityPool";
import { Network } from "../components/network/network";
import { BackupRoles } from "../components/resilience/backupRoles";
import { createAccess } from "./access";
import { createAlerts } from "./alerts";
import { createContext } from "./context";
import { createDatabase } from "./database";
import { createDelivery } from "./delivery";
import { createFirewall } from "./firewalls";
import { createKeys } from "./keys";
import { createLogDelivery } from "./logDelivery";
import type { Profile } from "./profile";
import { createRecordings } from "./recordings";
import { createResilience } from "./resilience";
import { createService } from "./service";
import { createStorage } from "./storage";
import { createUsers } from "./users";
import { createWatch } from "./watch";
import { createWeb } from "./web";

/** One environment of the platform, from the network outwards. What it returns are the stack's outputs. */
export function createPlatform(profile: Profile, options: pulumi.ComponentResourceOptions = {}) {
  const context = createContext(profile, options);
  const { location, prefix, deletionProtection, opts } = context;

  // The key and the bucket of the recordings name the one distribution that may read them, which is made from the bucket.
  const [distributionArn, resolveDistributionArn] = pulumi.deferredOutput<string>();
  const keys = createKeys(context, [keyDecryptStatement(distributionArn)]);
  const logged = { keys, deliveries: createLogDelivery(context) };
  const network = new Network(
    "network",
    {
      cidrBlock: profile.network.cidr,
      availabilityZones: profile.network.availabilityZones,
      natGateways: profile.network.natGateways,
      interfaceEndpoints: profile.network.interfaceEndpoints,
      location,
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: profile.logs.retentionDays,
      bucketPrefix: `${prefix}-`,
    },
    opts,
  );

  const alerts = createAlerts(context, profile);
  const backupRoles = new BackupRoles("backup-roles", { location }, opts);
  const storage = createStorage(context, keys, profile, { alerts, backupRoles }, (videos) => [
    bucketReadStatement(videos, distributionArn),
  ]);
  const database = createDatabase(context, keys, network, profile);

  const recordings = createRecordings(context, logged, profile, storage.videos.regionalDomainName);
  const { cdn, host: videoHost } = recordings;
  resolveDistributionArn(cdn.distributionArn);

  const users = createUsers(context, logged, profile);
  const signInFirewall = createFirewall(context, logged, profile, { purpose: "sign-in" }, { users: users.userPoolArn });
  const identities = new IdentityPool(
    "identities",
    {
      location,
      userPoolEndpoint: users.endpoint,
      clientId: users.clientId,
      filesBucketArn: storage.files.arn,
      filesKmsKeyArn: keys.files.arn,
      deletionProtection,
    },
    opts,
  );

  const parts = { ...logged, network, storage, database, users, videoHost, videoKeyId: cdn.publicKeyIds[0] };
  const vault = createResilience(context, { keys, roles: backupRoles, alerts, network, database, storage }, profile);
  const service = createService(context, parts, profile);

  const { apiHost } = service;
  const web = createWeb(context, { ...logged, storage, users, identities, apiHost, videoHost }, profile);
  const access = createAccess(context, { keys, network, storage, database, service, alerts }, profile);
  const delivery = createDelivery(context, { keys, storage, service, alerts }, profile);
  new EnvironmentBudget(
    "budget",
    { budgetName: `${prefix}-monthly`, ...profile.budget, environment: pulumi.getStack(), topicArn: alerts.topic.arn },
    opts,
  );
  const overview = createWatch(
    context,
    {
      ...{ alerts, network, storage, database, cdn, users, service },
      firewalls: { api: service.entry.firewall, "sign-in": signInFirewall },
      edgeFirewalls: { recordings: recordings.firewall, ...(web === undefined ? {} : { web: web.firewall }) },
      videoCertificateArn: recordings.certificateArn,
      vaultName: vault.name,
      webAppId: web?.app.appId,
    },
    profile,
  );

  return {
    region: location.region,
    vpcId: network.vpcId,
    egressIps: network.egressIps,
    databaseEndpoint: database.endpoint,
    databasePort: database.cluster.port,
    databaseName: database.cluster.databaseName,
    databaseSecretArn: database.cluster.secretArn,
    filesBucket: storage.files.name,
    videosBucket: storage.videos.name,
    videoUrl: `https://${videoHost}`,
    videoSigningSecretArn: service.signingSecret.arn,
    videoKeyPairIds: pulumi.all([...cdn.publicKeyIds]),
    userPoolId: users.userPoolId,
    userPoolClientId: users.clientId,
    identityPoolId: identities.identityPoolId,
    apiUrl: `https://${apiHost}`,
    webAppId: web?.app.appId,
    webDnsRecords: web?.app.dnsRecords,
    repositoryUrl: service.repository.url,
    clusterName: service.cluster.name,
    serviceName: service.api.serviceName,
    migrationTaskArn: service.migration.taskDefinitionArn,
    migrationSecurityGroupId: service.migration.securityGroupId,
    privateSubnetIds: network.privateSubnetIds,
    importTaskArn: access.importTask.taskDefinitionArn,
    importSecurityGroupId: access.importTask.securityGroupId,
    importBucket: access.dumps.name,
    operatorPolicyArn: access.operators.policyArn,
    breakGlassRoleArn: access.door?.roleArn,
    auditLogGroup: service.audit.name,
    alertsTopicArn: alerts.topic.arn,
    backupVault: vault.name,
    dashboard: overview.dashboardName,
    pipelineName: delivery?.pipeline.pipelineName,
    connectionStatus: delivery?.connectionStatus,
    releasedTagParameter: delivery?.pipeline.releasedTagParameter,
  };
}
