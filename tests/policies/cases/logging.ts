import { type Given, LATER } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";

const TRAIL = "cloudtrail/trail:Trail";
const sound = { s3BucketName: "audit", isMultiRegionTrail: true, enableLogFileValidation: true, kmsKeyId: KEY };
const trail = (more: object) => one(TRAIL, { ...sound, ...more });
const selector = (category: string) => ({ fieldSelectors: [{ field: "eventCategory", equals: [category] }] });
const objects = {
  fieldSelectors: [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: ["AWS::S3::Object"] },
  ],
};
const LB = "lb/loadBalancer:LoadBalancer";
const vpc: Given = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.0.0.0/16" } };
const flowLog = (vpcId: string, from: Given["from"]): Given => ({
  type: "aws:ec2/flowLog:FlowLog",
  name: "log",
  props: { vpcId, trafficType: "ALL" },
  ...(from && { from }),
});

const firewall: Given = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", props: { scope: "REGIONAL" } };
const firewallLog = (resourceArn?: readonly string[]): Given => ({
  type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  name: "log",
  props: { resourceArn: LATER },
  ...(resourceArn && { from: { resourceArn } }),
});
const group = (name: string, deletionProtectionEnabled?: unknown): Given => ({
  type: "aws:cloudwatch/logGroup:LogGroup",
  name,
  props: { retentionInDays: 365, deletionProtectionEnabled },
});

export const logging: CaseTable = {
  "cloudtrail-effective": {
    accepts: [
      ok("a trail", trail({})),
      ok(
        "a trail beside it for reads of files",
        trail({ eventSelectors: [{ includeManagementEvents: false, readWriteType: "ReadOnly" }] }),
      ),
      ok("an event store", one("cloudtrail/eventDataStore:EventDataStore", {})),
    ],
    rejects: [
      bad("a trail that is off", /records nothing/, trail({ enableLogging: false })),
      ...[undefined, null, false, "false"].flatMap((value) => [
        bad(`${String(value)} for one region`, /other regions/, trail({ isMultiRegionTrail: value })),
        bad(`${String(value)} for validation`, /was not changed/, trail({ enableLogFileValidation: value })),
      ]),
      bad("no global events", /global services such as IAM/, trail({ includeGlobalServiceEvents: false })),
      bad("writes only", /either reads or writes/, trail({ eventSelectors: [{ readWriteType: "WriteOnly" }] })),
      bad(
        "a store for a month",
        /before a year/,
        one("cloudtrail/eventDataStore:EventDataStore", { retentionPeriod: 30 }),
      ),
      bad(
        "a store that is suspended",
        /nothing is recorded/,
        one("cloudtrail/eventDataStore:EventDataStore", { suspend: "true" }),
      ),
    ],
    defers: [ok("an unknown flag", trail({ isMultiRegionTrail: LATER }))],
  },
  "cloudtrail-management-events": {
    accepts: [
      ok("no selector", trail({})),
      ok("both kinds", trail({ advancedEventSelectors: [selector("Management"), selector("Data")] })),
      ok("data only, beside another", [
        ...trail({}),
        { type: `aws:${TRAIL}`, name: "data", props: { ...sound, advancedEventSelectors: [selector("Data")] } },
      ]),
    ],
    rejects: [
      bad("data only", /no trail/, trail({ advancedEventSelectors: [selector("Data")] })),
      bad("data only, of the old form", /no trail/, trail({ eventSelectors: [{ includeManagementEvents: false }] })),
    ],
    defers: [ok("unknown selectors", trail({ advancedEventSelectors: LATER }))],
  },
  "cloudtrail-object-events": {
    accepts: [
      ok("no selector, which is another rule's matter", trail({})),
      ok("objects", trail({ advancedEventSelectors: [selector("Management"), objects] })),
      ok(
        "objects, in the old form",
        trail({ eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }] }),
      ),
      ok("management beside a trail for objects", [
        ...trail({ advancedEventSelectors: [selector("Management")] }),
        { type: `aws:${TRAIL}`, name: "data", props: { ...sound, advancedEventSelectors: [objects] } },
      ]),
      ok("a type that is not known yet", trail({ eventSelectors: [{ dataResources: [{ type: LATER }] }] })),
    ],
    rejects: [
      bad("management only", /who reads an object/, trail({ advancedEventSelectors: [selector("Management")] })),
      bad(
        "functions only",
        /who reads/,
        trail({ eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function" }] }] }),
      ),
    ],
  },
  "cloudtrail-default-events": {
    accepts: [
      ok("objects", trail({ advancedEventSelectors: [objects] })),
      ok("selectors, which are another rule's matter", trail({ advancedEventSelectors: [selector("Management")] })),
    ],
    rejects: [bad("no selector", /who read an object/, trail({}))],
  },
  "detectors-switched-on": {
    accepts: [
      ok("a recorder", one("cfg/recorderStatus:RecorderStatus", { isEnabled: true })),
      ok("a detector", one("guardduty/detector:Detector", {})),
      ok(
        "a feature for what is not here",
        one("guardduty/detectorFeature:DetectorFeature", { name: "EKS_AUDIT_LOGS", status: "DISABLED" }),
      ),
      ok("Macie", one("macie2/account:Account", {})),
    ],
    rejects: [
      bad("a recorder that is off", /records nothing/, one("cfg/recorderStatus:RecorderStatus", { isEnabled: false })),
      bad("a detector that is off", /detects nothing/, one("guardduty/detector:Detector", { enable: false })),
      bad(
        "files not watched",
        /file reads/,
        one("guardduty/detector:Detector", { datasources: { s3Logs: { enable: false } } }),
      ),
      bad(
        "a feature that is off",
        /detects nothing/,
        one("guardduty/detectorFeature:DetectorFeature", { name: "S3_DATA_EVENTS", status: "DISABLED" }),
      ),
      bad("Macie paused", /detects nothing/, one("macie2/account:Account", { status: "PAUSED" })),
    ],
    defers: [ok("an unknown flag", one("guardduty/detector:Detector", { enable: LATER }))],
  },
  "flow-log-traffic": {
    accepts: [
      ok("all of it", one("ec2/flowLog:FlowLog", { vpcId: "vpc-1", trafficType: "ALL" })),
      ok("a transit gateway", one("ec2/flowLog:FlowLog", { transitGatewayId: "tgw-1" })),
    ],
    rejects: ["ACCEPT", "REJECT", undefined].map((trafficType) =>
      bad(
        String(trafficType),
        /no trace|not logged|not traced/,
        one("ec2/flowLog:FlowLog", { vpcId: "vpc-1", trafficType }),
      ),
    ),
    defers: [ok("an unknown one", one("ec2/flowLog:FlowLog", { vpcId: "vpc-1", trafficType: LATER }))],
  },
  "vpc-flow-log": {
    accepts: [ok("a VPC with a log", [vpc, flowLog(LATER, { vpcId: ["vpc"] })])],
    rejects: [
      bad("a VPC alone", /into and out of/, [vpc]),
      bad("a log of another VPC", /into and out of/, [
        vpc,
        { ...vpc, name: "other" },
        flowLog(LATER, { vpcId: ["other"] }),
      ]),
    ],
    defers: [ok("a log of which nobody knows whose it is", [vpc, flowLog(LATER, {})])],
  },
  "logging-switched-off": {
    accepts: [
      ok("a load balancer that logs", one(LB, { accessLogs: { bucket: "logs", enabled: true } })),
      ok("one that says nothing", one(LB, {})),
      ok("Kafka", one("msk/cluster:Cluster", { loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true } } } })),
      ok(
        "sessions that are logged",
        one("ecs/cluster:Cluster", { configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } }),
      ),
    ],
    rejects: [
      bad(
        "a load balancer that is off",
        /no trace|not logged|not traced/,
        one(LB, { accessLogs: { bucket: "logs", enabled: false } }),
      ),
      bad("a bucket and no flag", /no trace|not logged|not traced/, one(LB, { accessLogs: { bucket: "logs" } })),
      bad(
        "sessions that are not",
        /no trace|not logged|not traced/,
        one("ecs/cluster:Cluster", { configuration: { executeCommandConfiguration: { logging: "NONE" } } }),
      ),
      bad(
        "a workflow",
        /no trace|not logged|not traced/,
        one("sfn/stateMachine:StateMachine", { loggingConfiguration: { level: "OFF" } }),
      ),
      bad(
        "builds",
        /no trace|not logged|not traced/,
        one("codebuild/project:Project", { logsConfig: { cloudwatchLogs: { status: "DISABLED" } } }),
      ),
      bad(
        "a search domain",
        /no trace|not logged|not traced/,
        one("opensearch/domain:Domain", {
          logPublishingOptions: [
            { logType: "AUDIT_LOGS", enabled: true },
            { logType: "ES_APPLICATION_LOGS", enabled: "false" },
          ],
        }),
      ),
    ],
    defers: [ok("an unknown one", one(LB, { accessLogs: { bucket: "logs", enabled: LATER } }))],
  },
  "load-balancer-access-logs": {
    accepts: [
      ok("one that logs", one(LB, { accessLogs: { bucket: "logs", enabled: true } })),
      ok("a network load balancer", one(LB, { loadBalancerType: "network" })),
    ],
    rejects: [
      bad("one that says nothing", /who requested/, one(LB, {})),
      bad("null", /who requested/, one(LB, { accessLogs: null })),
    ],
    defers: [ok("unknown logs", one(LB, { accessLogs: LATER }))],
  },
  "database-log-exports": {
    accepts: [
      ok("PostgreSQL", one("rds/cluster:Cluster", { enabledCloudwatchLogsExports: ["postgresql"] })),
      ok("a replica", one("rds/instance:Instance", { replicateSourceDb: "main" })),
    ],
    rejects: [
      bad("nothing", /sign-ins/, one("rds/cluster:Cluster", {})),
      bad("an empty list", /sign-ins/, one("rds/instance:Instance", { enabledCloudwatchLogsExports: [] })),
    ],
    defers: [ok("an unknown list", one("rds/cluster:Cluster", { enabledCloudwatchLogsExports: LATER }))],
  },
  "eks-audit-log": {
    accepts: [ok("audit", one("eks/cluster:Cluster", { enabledClusterLogTypes: ["api", "audit"] }))],
    rejects: [
      bad("nothing", /audit log/, one("eks/cluster:Cluster", {})),
      bad("api only", /audit log/, one("eks/cluster:Cluster", { enabledClusterLogTypes: ["api"] })),
    ],
    defers: [ok("an unknown list", one("eks/cluster:Cluster", { enabledClusterLogTypes: LATER }))],
  },
  "web-firewall-logging": {
    accepts: [ok("one that logs", [firewall, firewallLog(["acl"])])],
    rejects: [
      bad("one alone", /no trace|not logged|not traced/, [firewall]),
      bad("a log of another", /no trace|not logged|not traced/, [
        firewall,
        { ...firewall, name: "other" },
        firewallLog(["other"]),
      ]),
    ],
    defers: [ok("a log of which nobody knows whose it is", [firewall, firewallLog()])],
  },
  "log-group-deletion-protection": {
    accepts: [ok("a lone group", [group("a")]), ok("all of them", [group("a", true), group("b", true)])],
    rejects: [
      bad("one of two", /unlike the others/, [group("a", true), group("b")]),
      bad("one that is off", /unlike the others/, [group("a", true), group("b", false)]),
    ],
    defers: [ok("an unknown one", [group("a", LATER)])],
  },
};
