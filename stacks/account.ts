import * as pulumi from "@pulumi/pulumi";
import { AccessAnalyzer } from "../components/audit/accessAnalyzer";
import { Alarms } from "../components/audit/alarms";
import { AlertTopic } from "../components/audit/alertTopic";
import { AuditAlarms } from "../components/audit/auditAlarms";
import { AuditTrail } from "../components/audit/auditTrail";
import { Configuration } from "../components/audit/configuration";
import { ConformancePack } from "../components/audit/conformancePack";
import { Inspector } from "../components/audit/inspector";
import { SecurityHub } from "../components/audit/securityHub";
import { ThreatDetection } from "../components/audit/threatDetection";
import { auditLogAlarms, topicAlarms } from "../components/audit/workAlarms";
import { CostAnomalyMonitor } from "../components/cost/costAnomaly";
import { ApiGatewayLogging } from "../components/edge/apiGatewayLogging";
import { BackupOptIn } from "../components/resilience/backupOptIn";
import { ImageReplication } from "../components/resilience/imageReplication";
import { AccountDefaults } from "../components/security/accountDefaults";
import {
  cloudTrailGrants,
  configGrant,
  logsGrants,
  type Publisher,
  snsPublisherGrants,
} from "../components/security/keyGrants";
import { PasswordPolicy } from "../components/security/passwordPolicy";
import { RequireMfa } from "../components/security/requireMfa";
import { AccessLogBucket } from "../components/storage/accessLogBucket";
import { BucketReplication } from "../components/storage/bucketReplication";
import { StateBackend } from "../components/storage/stateBackend";
import type { AccountProfile } from "./accountProfile";
import { createContext } from "./context";
import { createDeployRoles } from "./deployRoles";
import { createKey, EDGE_REGION } from "./keys";

const PUBLISHERS: readonly Publisher[] = ["cloudwatch", "events", "costalerts"];

/** Buckets of an environment that patients' data is in, by the word in their names; their replicas begin the same way. */
const PHI_BUCKETS = ["files", "videos", "imports"];

/** What exists once per account or region: an environment that owned it would take it from the others when it goes. */
export function createAccount(profile: AccountProfile, options: pulumi.ComponentResourceOptions = {}) {
  const context = createContext({ ...profile, dataClass: "audit" }, options);
  const { location, prefix, deletionProtection, opts } = context;
  const { accountId, region } = location;
  const { alerts, logs, recoveryRegion } = profile;
  const environments = profile.environments.map(({ stack }) => stack);
  const project = pulumi.getProject();
  const others = [...new Set([recoveryRegion, EDGE_REGION])].filter((each) => each !== region);
  const regions: [string, ...string[]] = [region, ...others];
  const trailName = `${project}-audit`;

  const logsKey = createKey(context, "logs", "Logs of the account", logsGrants(location));
  const trailKey = createKey(context, "trail", "Audit trail", cloudTrailGrants(location, trailName));
  const alertsKey = createKey(context, "alerts", "Alerts to people", snsPublisherGrants(PUBLISHERS, location));
  const configKey = createKey(context, "config", "History of configurations", [configGrant(location)]);
  const stateKey = createKey(context, "state", "State of the stacks, and secrets in it", [], undefined, recoveryRegion);
  const topic = new AlertTopic(
    "alerts",
    {
      topicName: `${prefix}-alerts`,
      kmsKeyArn: alertsKey.arn,
      publishers: PUBLISHERS,
      emails: alerts.emails,
      location,
    },
    opts,
  );

  const accessLogsOf = (purpose: string, more: { readonly region?: string } = {}) =>
    new AccessLogBucket(
      purpose,
      {
        bucketName: `${prefix}-${purpose}-${accountId}`,
        bucketPrefix: `${project}-`,
        location,
        retentionDays: logs.auditRetentionDays,
        deletionProtection,
        ...more,
      },
      opts,
    );
  const accessLogs = accessLogsOf("access-logs");
  const accessLogBucket = accessLogs.name;
  const trail = new AuditTrail(
    "trail",
    {
      trailName,
      bucketName: `${project}-trail-${accountId}`,
      accessLogBucket,
      kmsKeyArn: trailKey.arn,
      logKmsKeyArn: logsKey.arn,
      logRetentionDays: logs.retentionDays,
      phiBucketPrefixes: environments.flatMap((each) => PHI_BUCKETS.map((purpose) => `${project}-${each}-${purpose}-`)),
      lock: profile.trailLock,
      location,
      deletionProtection,
    },
    opts,
  );
  const breakGlassRoleNames = environments.map((each) => `${project}-${each}-break-glass`);
  new Alarms(
    "alarms",
    {
      prefix,
      region,
      rows: [...auditLogAlarms("trail", trail.logGroupName), ...topicAlarms(topic.topicName)],
      anomalies: [],
      topics: { [region]: topic.arn },
    },
    opts,
  );
  const deployRoleNames =
    profile.repository === undefined ? [] : environments.map((each) => `deploy-${project}-${each}`);
  new AuditAlarms(
    "audit",
    { logGroupName: trail.logGroupName, topicArn: topic.arn, breakGlassRoleNames, deployRoleNames },
    opts,
  );
  new ThreatDetection("threats", { location, regions, topicArn: topic.arn }, opts);
  new AccessAnalyzer("access", { namePrefix: project, location, regions }, opts);
  new Inspector("packages", { location, regions }, opts);
  const history = new Configuration(
    "history",
    {
      bucketName: `${project}-config-${accountId}`,
      accessLogBucket,
      kmsKeyArn: configKey.arn,
      location,
      regions,
      deletionProtection,
    },
    opts,
  );
  const recording = history.recordings[region] ?? history;
  const pack = new ConformancePack("hipaa", { packName: `${project}-hipaa`, region, recording }, opts);
  // Its controls are rules of AWS Config, which has to record by then.
  new SecurityHub("hub", { location, regions }, { ...opts, dependsOn: Object.values(history.recordings) });

  const administrators = profile.supportPeople;
  const defaults = new AccountDefaults(
    "defaults",
    { location, regions, ...(administrators === undefined ? {} : { supportPrincipalArns: administrators }) },
    opts,
  );
  new PasswordPolicy("passwords", {}, opts);
  const people = new RequireMfa(
    "people",
    {
      groupName: `${project}-people`,
      accountId,
      roleArns: [
        ...breakGlassRoleNames.map((each) => `arn:aws:iam::${accountId}:role/${each}`),
        ...(defaults.supportRoleArn === undefined ? [] : [defaults.supportRoleArn]),
      ],
    },
    opts,
  );
  new ApiGatewayLogging("api-logging", { location, regions: [region, recoveryRegion] }, opts);
  for (const each of [region, recoveryRegion]) new BackupOptIn(`backup-${each}`, { region: each }, opts);
  new CostAnomalyMonitor("cost", { thresholdUsd: profile.cost.anomalyUsd, topicArn: topic.arn }, opts);

  const state = new StateBackend(
    "state",
    {
      bucketName: `${project}-state-${accountId}`,
      accessLogBucket,
      kmsKeyArn: stateKey.arn,
      keyAlias: `alias/${prefix}-state`,
      stacks: [pulumi.getStack(), ...environments],
      location,
      deletionProtection,
    },
    opts,
  );
  // Without the state and its key nobody could say what there was, or read the settings of a stack that is made anew.
  const replica = new BucketReplication(
    "state-replication",
    {
      sourceBucket: state.bucketName,
      sourceKeyArn: stateKey.arn,
      replicaBucketName: `${project}-state-replica-${accountId}`,
      replicaKeyArn: stateKey.replicaArn ?? "",
      replicaAccessLogBucket: accessLogsOf("replica-logs", { region: recoveryRegion }).name,
      location,
      replicaRegion: recoveryRegion,
      versions: {},
      deletionProtection,
    },
    opts,
  );
  const [first, ...more] = profile.replicateImages.map((each) => `${project}-${each}/`);
  if (first !== undefined)
    new ImageReplication(
      "images",
      { repositoryPrefixes: [first, ...more], replicaRegion: recoveryRegion, location },
      opts,
    );
  const roles = createDeployRoles(context, profile, {
    bucketName: `${project}-state-${accountId}`,
    kmsKeyArn: stateKey.arn,
  });

  return {
    stateUrl: state.loginUrl,
    stateReplica: replica.replicaName,
    secretsProviders: state.secretsProviders,
    trailBucket: trail.bucketName,
    trailLogGroup: trail.logGroupName,
    alertsTopicArn: topic.arn,
    conformancePackArns: pack.arns,
    peopleGroup: people.groupName,
    supportRoleArn: defaults.supportRoleArn,
    deployRoleArns: roles.deploy,
    previewRoleArns: roles.preview,
  };
}
