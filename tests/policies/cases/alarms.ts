import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const ALARM = "cloudwatch/metricAlarm:MetricAlarm";
const TOPIC = "arn:aws:sns:us-east-1:111122223333:telehealth-prod-alerts";
const GROUP = "cloudwatch/logGroup:LogGroup";

const alarm = (props: object, from: Given["from"] = {}): Given => ({
  type: `aws:${ALARM}`,
  name: "cpu",
  props: { namespace: "AWS/RDS", metricName: "CPUUtilization", alarmActions: [TOPIC], ...props },
  from,
});
const cluster: Given = {
  type: "aws:rds/cluster:Cluster",
  name: "db",
  props: { clusterIdentifier: "telehealth-prod" },
};
const distribution: Given = {
  type: "aws:cloudfront/distribution:Distribution",
  name: "cdn",
  props: {},
  outputs: { id: LATER },
};
const on = (dimensions: object) => alarm({ dimensions });

export const alarms: CaseTable = {
  "alarm-actions": {
    accepts: [
      ok("an alarm that tells a topic", one(ALARM, { alarmActions: [TOPIC] })),
      ok("a topic that is made in the same update", one(ALARM, { alarmActions: [LATER] })),
      ok("one that rolls a deployment back", [
        alarm({ alarmActions: undefined }),
        {
          type: "aws:ecs/service:Service",
          name: "api",
          props: { alarms: { alarmNames: [LATER], enable: true, rollback: true } },
          from: { alarms: ["cpu"] },
        },
      ]),
      ok("a part of a composite alarm", [
        alarm({ alarmActions: undefined }),
        {
          type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
          name: "all",
          props: { alarmRule: LATER, alarmActions: [TOPIC] },
          from: { alarmRule: ["cpu"] },
        },
      ]),
    ],
    rejects: [
      bad("no actions", /nobody is notified/, one(ALARM, {})),
      bad("an empty list", /nobody is notified/, one(ALARM, { alarmActions: [] })),
      bad(
        "actions that are off",
        /switched off|are disabled/,
        one(ALARM, { alarmActions: [TOPIC], actionsEnabled: false }),
      ),
    ],
  },
  "alarm-dimensions": {
    accepts: [
      ok("the cluster of the stack", [cluster, on({ DBClusterIdentifier: "telehealth-prod" })]),
      ok("a role of the cluster", [cluster, on({ DBClusterIdentifier: "telehealth-prod", Role: "WRITER" })]),
      ok("a name that is made in the same update", [
        distribution,
        alarm(
          { namespace: "AWS/CloudFront", dimensions: { DistributionId: LATER, Region: "Global" } },
          { dimensions: ["cdn"] },
        ),
      ]),
      ok("no dimensions, which is all of the account", [cluster, alarm({ namespace: "AWS/Backup" })]),
      ok("metrics of one's own", [cluster, alarm({ namespace: "Telehealth", dimensions: { Clinic: "north" } })]),
      ok("something of another stack", [on({ DBClusterIdentifier: "elsewhere" })]),
    ],
    rejects: [
      bad("a name that no cluster has", /no Cluster in this stack is called "telehealth"/, [
        cluster,
        on({ DBClusterIdentifier: "telehealth" }),
      ]),
      bad("a dimension that RDS does not publish", /publishes no dimension/, [
        cluster,
        on({ ClusterIdentifier: "telehealth-prod" }),
      ]),
      bad("a name that is made from something else", /not the name of a Distribution/, [
        distribution,
        cluster,
        alarm({ namespace: "AWS/CloudFront", dimensions: { DistributionId: LATER } }, { dimensions: ["db"] }),
      ]),
      bad("a wrong dimension in a query", /publishes no dimension/, [
        cluster,
        alarm({
          namespace: undefined,
          metricQueries: [{ id: "m", metric: { namespace: "AWS/RDS", metricName: "x", dimensions: { Cluster: "a" } } }],
        }),
      ]),
    ],
  },
  "log-group-retention": {
    accepts: [
      ok("a year", one(GROUP, { retentionInDays: 365 })),
      ok("six years", one(GROUP, { retentionInDays: 2192 })),
      ok("a year, as text", one(GROUP, { retentionInDays: "365" })),
    ],
    rejects: [
      bad("nothing", /never expire/, one(GROUP, {})),
      bad("zero", /never expire/, one(GROUP, { retentionInDays: 0 })),
      bad("a month", /(deleted|ends) after 30 days/, one(GROUP, { retentionInDays: 30 })),
      bad("no number", /deleted after soon days/, one(GROUP, { retentionInDays: "soon" })),
    ],
    defers: [ok("a retention that comes later", one(GROUP, { retentionInDays: LATER }))],
  },
};
