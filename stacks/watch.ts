import type * as pulumi from "@pulumi/pulumi";
import { Alarms } from "../components/audit/alarms";
import { Dashboard } from "../components/audit/dashboard";
import { topicAlarms } from "../components/audit/topicAlarms";
import { functionAlarms } from "../components/compute/functionAlarms";
import { loadBalancerAlarms, loadBalancerAnomalies } from "../components/compute/loadBalancerAlarms";
import { queueAlarms } from "../components/compute/queueAlarms";
import { scheduleAlarms } from "../components/compute/scheduleAlarms";
import { serviceAlarms } from "../components/compute/serviceAlarms";
import { databaseAlarms, databaseAnomalies } from "../components/database/databaseAlarms";
import { proxyAlarms } from "../components/database/proxyAlarms";
import { cdnAlarms } from "../components/edge/cdnAlarms";
import { restApiAlarms } from "../components/edge/restApiAlarms";
import type { VideoCdn } from "../components/edge/videoCdn";
import { webAlarms } from "../components/edge/webAlarms";
import { signInAlarms } from "../components/identity/signInAlarms";
import type { UserPool } from "../components/identity/userPool";
import { natAlarms, natAnomalies } from "../components/network/natAlarms";
import type { Network } from "../components/network/network";
import { backupAlarms } from "../components/resilience/backupAlarms";
import { certificateAlarms } from "../components/security/certificateAlarms";
import type { Firewall } from "../components/security/firewall";
import { firewallAlarms } from "../components/security/firewallAlarms";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import { replicationAlarms } from "../components/storage/replicationAlarms";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import type { Database } from "./database";
import type { Profile } from "./profile";
import type { Service } from "./service";
import type { Storage } from "./storage";

export interface Watched {
  readonly alerts: Alerts;
  readonly network: Network;
  readonly storage: Storage;
  readonly database: Database;
  readonly cdn: VideoCdn;
  readonly users: UserPool;
  readonly service: Service;
  /** By purpose; those of CloudFront and Amplify are named in `edgeFirewalls`. */
  readonly firewalls: Readonly<Record<string, Firewall>>;
  readonly edgeFirewalls: Readonly<Record<string, Firewall>>;
  readonly videoCertificateArn: pulumi.Input<string>;
  readonly vaultName: pulumi.Input<string>;
  /** Undefined where Amplify serves nothing. */
  readonly webAppId: pulumi.Input<string> | undefined;
}

/** All alarms, and the dashboard that shows them. */
export function createWatch(context: Context, watched: Watched, profile: Profile): Dashboard {
  const { location, prefix, opts } = context;
  const { network, database, service, users, alerts } = watched;
  const cluster = { clusterIdentifier: database.cluster.clusterIdentifier, hasReaders: profile.database.readers > 0 };
  const { entry, queues, schedules, handler } = service;
  const balancer = { suffix: entry.loadBalancer.arnSuffix, targetGroupSuffixes: service.api.targetGroupSuffixes };
  const { minTasks } = profile.service;
  const tasks = { clusterName: service.cluster.name, serviceName: service.api.serviceName, minTasks };
  const rows = [
    ...loadBalancerAlarms(balancer),
    ...serviceAlarms(tasks),
    ...(entry.restApi === undefined ? [] : restApiAlarms(entry.restApi)),
    ...databaseAlarms(cluster),
    ...(database.proxyName === undefined ? [] : proxyAlarms(database.proxyName)),
    ...signInAlarms({
      userPoolId: users.userPoolId,
      clientId: users.clientId,
      hasThreatProtection: profile.identity.threatProtection !== "off",
    }),
    ...(watched.webAppId === undefined ? [] : webAlarms(watched.webAppId)),
    ...cdnAlarms(watched.cdn.distributionId),
    ...firewallRows(watched.firewalls, location.region),
    ...firewallRows(watched.edgeFirewalls, undefined),
    ...queues.flatMap(queueAlarms),
    ...schedules.flatMap(scheduleAlarms),
    ...watched.storage.replications.flatMap(replicationAlarms),
    ...(handler === undefined ? [] : functionAlarms("event-handler", handler)),
    ...natAlarms(network.natGatewayIds),
    ...backupAlarms(watched.vaultName),
    ...certificateAlarms({ api: entry.certificateArn, video: watched.videoCertificateArn }, ["video"]),
    ...topicAlarms(alerts.topic.topicName),
    // The topic of the other region has the same name.
    ...(location.region === EDGE_REGION ? [] : topicAlarms(alerts.topic.topicName, EDGE_REGION)),
  ];
  const anomalies = [
    ...loadBalancerAnomalies(balancer),
    ...databaseAnomalies(cluster),
    ...natAnomalies(network.natGatewayIds),
  ];
  const { region } = location;
  const { arns } = new Alarms("alarms", { prefix, region, rows, anomalies, topics: alerts.topics }, opts);
  return new Dashboard(
    "overview",
    { dashboardName: prefix, region, rows: [...rows, ...anomalies], alarmArns: arns },
    opts,
  );
}

function firewallRows(firewalls: Readonly<Record<string, Firewall>>, region: string | undefined) {
  return Object.entries(firewalls).flatMap(([purpose, { metricName }]) =>
    firewallAlarms({ purpose, metricName, region }),
  );
}
