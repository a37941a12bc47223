import * as pulumi from "@pulumi/pulumi";
import { Alarms } from "../components/audit/alarms";
import { AlertTopic } from "../components/audit/alertTopic";
import { auditLogAlarms } from "../components/audit/auditLogAlarms";
import { topicAlarms } from "../components/audit/topicAlarms";
import { CostAnomalyMonitor } from "../components/cost/costAnomaly";
import { ApiGatewayLogging } from "../components/edge/apiGatewayLogging";
import { BackupOptIn } from "../components/resilience/backupOptIn";
import { ImageReplication } from "../components/resilience/imageReplication";
import { AccountDefaults } from "../components/security/accountDefaults";
import { logsGrants, type Publisher, snsPublisherGrants } from "../components/security/keyGrants";
import { PasswordPolicy } from "../components/security/passwordPolicy";
import { RequireMfa } from "../components/security/requireMfa";
import { replicationAlarms } from "../components/storage/replicationAlarms";
import { createFindings, createTrail } from "./accountAudit";
import { type AccountContext, createAccessLogs, createAccountContext } from "./accountContext";
import type { AccountProfile } from "./accountProfile";
import { createState } from "./accountState";
import { createDeployRoles } from "./deployRoles";
import { createKey } from "./keys";

const PUBLISHERS: readonly Publisher[] = ["cloudwatch", "events", "costalerts"];

/** What exists once per account or region: an environment that owned it would take it from the others when it goes. */
export function createAccount(profile: AccountProfile, options: pulumi.ComponentResourceOptions = {}) {
  const context = createAccountContext(profile, options);
  const { location, prefix, project, environments, opts } = context;
  const { region } = location;
  const { recoveryRegion } = profile;

  const logsKey = createKey(context, "logs", "Logs of the account", logsGrants(location));
  const alertsKey = createKey(context, "alerts", "Alerts to people", snsPublisherGrants(PUBLISHERS, location));
  const topic = new AlertTopic(
    "alerts",
    {
      topicName: `${prefix}-alerts`,
      kmsKeyArn: alertsKey.arn,
      publishers: PUBLISHERS,
      emails: profile.alerts.emails,
      location,
    },
    opts,
  );
  const accessLogBucket = createAccessLogs(context, profile, "access-logs").name;
  const parts = { logsKey, topicArn: topic.arn, accessLogBucket };
  const breakGlassRoleNames = environments.map((stack) => `${project}-${stack}-break-glass`);
  const trail = createTrail(context, profile, parts, breakGlassRoleNames);
  const pack = createFindings(context, parts);
  const { people, defaults } = createPeople(context, profile, breakGlassRoleNames);
  const regions = [region, recoveryRegion];
  new ApiGatewayLogging("api-logging", { location, regions }, opts);
  for (const where of regions) new BackupOptIn(`backup-${where}`, { region: where }, opts);
  new CostAnomalyMonitor("cost", { thresholdUsd: profile.cost.anomalyUsd, topicArn: topic.arn }, opts);

  const state = createState(context, profile, accessLogBucket);
  const replication = {
    purpose: "state",
    sourceBucket: state.backend.bucketName,
    replicaBucket: state.replicaName,
  };
  new Alarms(
    "alarms",
    {
      prefix,
      region,
      rows: [
        ...auditLogAlarms("trail", trail.logGroupName),
        ...topicAlarms(topic.topicName),
        ...replicationAlarms(replication),
      ],
      anomalies: [],
      topics: { [region]: topic.arn },
    },
    opts,
  );
  const [first, ...more] = profile.replicateImages.map((stack) => `${project}-${stack}/`);
  if (first !== undefined)
    new ImageReplication(
      "images",
      { repositoryPrefixes: [first, ...more], replicaRegion: recoveryRegion, location },
      opts,
    );
  const stateStore = { bucketName: state.bucketName, kmsKeyArn: state.key.arn };
  const roles = createDeployRoles(context, profile, stateStore);

  return {
    stateUrl: state.backend.loginUrl,
    stateReplica: state.replicaName,
    secretsProviders: state.backend.secretsProviders,
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

/** Settings of the account that protect by default, and what holds for everybody who signs in. */
function createPeople(
  { location, project, regions, opts }: AccountContext,
  { supportPeople }: AccountProfile,
  breakGlassRoleNames: readonly string[],
) {
  const { accountId } = location;
  const defaults = new AccountDefaults(
    "defaults",
    { location, regions, ...(supportPeople === undefined ? {} : { supportPrincipalArns: supportPeople }) },
    opts,
  );
  new PasswordPolicy("passwords", {}, opts);
  const people = new RequireMfa(
    "people",
    {
      groupName: `${project}-people`,
      accountId,
      roleArns: [
        ...breakGlassRoleNames.map((role) => `arn:aws:iam::${accountId}:role/${role}`),
        ...(defaults.supportRoleArn === undefined ? [] : [defaults.supportRoleArn]),
      ],
    },
    opts,
  );
  return { people, defaults };
}
