import type * as pulumi from "@pulumi/pulumi";
import { Alarms } from "../components/audit/alarms";
import { Dashboard } from "../components/audit/dashboard";
import { databaseAlarms, databaseAnomalies, proxyAlarms } from "../components/audit/databaseAlarms";
import {
  cdnAlarms,
  certificateAlarms,
  firewallAlarms,
  restApiAlarms,
  signInAlarms,
  webAlarms,
} from "../components/audit/edgeAlarms";
import { loadBalancerAlarms, loadBalancerAnomalies, serviceAlarms } from "../components/audit/serviceAlarms";
import {
  backupAlarms,
  functionAlarms,
  natAlarms,
  natAnomalies,
  queueAlarms,
  topicAlarms,
} from "../components/audit/workAlarms";
import type { VideoCdn } from "../components/edge/videoCdn";
import type { UserPool } from "../components/identity/userPool";
import type { Network } from "../components/network/network";
import type { Firewall } from "../components/security/firewall";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import type { Database } from "./database";
import { EDGE_REGION } from "./keys";
import type { Profile } from "./profile";
import type { Service } from "./service";

export interface Watched {
  readonly alerts: Alerts;
  readonly network: Network;
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

/** Everything that is watched, and the page that shows it. */
export function createWatch(context: Context, watched: Watched, profile: Profile): Dashboard {
  const { location, prefix, opts } = context;
  const { network, database, service, users, alerts } = watched;
  const cluster = { clusterIdentifier: database.cluster.clusterIdentifier, hasReaders: profile.database.readers > 0 };
  const { entry, queues, handler } = service;
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
    ...queues.flatMap((queue) => queueAlarms(queue)),
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
