import { z } from "zod";
import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, textAt, valueAt } from "../fields";
import type { Item } from "../line";
import { share, type Context, type Rules } from "../rule";

const DETECTOR = "guardduty/detector:Detector";
const RECORDER = "cfg/recorder:Recorder";
const INSPECTOR = "inspector2/enabler:Enabler";
const watched = "the account is watched: intruders, weak settings, vulnerable packages";

export const ACCOUNT_RULES = {
  [DETECTOR]: detector,
  "guardduty/detectorFeature:DetectorFeature": feature,
  "guardduty/malwareProtectionPlan:MalwareProtectionPlan": (_, { usage }) => [
    {
      service: "GuardDuty",
      what: "uploads scanned",
      quantity: usage.filesNewGb,
      price: "guardduty.scan.gb",
      purpose: scans,
    },
    {
      service: "GuardDuty",
      what: "objects scanned",
      quantity: (usage.filesNewGb * usage.objectsPerGb) / 1000,
      price: "guardduty.scan.objects",
      purpose: scans,
    },
  ],
  "cloudtrail/trail:Trail": trail,
  [RECORDER]: recorder,
  "cfg/conformancePack:ConformancePack": (pack, { usage }) => [
    {
      service: "Config",
      what: "rules of the conformance packs",
      quantity: (rulesIn(pack) * usage.ruleEvaluations) / 1000,
      price: "config.rules",
      purpose: "settings are judged by AWS's rules for HIPAA",
    },
  ],
  "securityhub/account:Account": (_, { usage }) => [
    {
      service: "Security Hub",
      what: "checks",
      quantity: usage.hubChecksThousands,
      price: "hub.checks",
      purpose: watched,
    },
  ],
  [INSPECTOR]: inspector,
  "accessanalyzer/analyzer:Analyzer": analyzer,
  "route53/zone:Zone": () => [
    { service: "Route 53", what: "hosted zone", quantity: 1, price: "route53.zone", purpose: "a zone of its own" },
  ],
  "route53/healthCheck:HealthCheck": () => [
    {
      service: "Route 53",
      what: "health check",
      quantity: 1,
      price: "route53.healthCheck",
      purpose: "checks from outside",
    },
  ],
} satisfies Rules;
const scans = "uploads are scanned for malware";

/** How many rules a pack of AWS Config has. */
function rulesIn(pack: SnapshotResource): number {
  const template: unknown = JSON.parse(textAt(pack, "templateBody"));
  const { Resources: rules } = z.object({ Resources: z.record(z.string(), z.unknown()) }).parse(template);
  return Object.keys(rules).length;
}

function detector(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const among = graph.all(DETECTOR).length;
  if (valueAt(resource, "enable") === false) return [];
  return [
    {
      service: "GuardDuty",
      what: "calls to AWS",
      quantity: share(usage.managementEventsMillions, among),
      price: "guardduty.events",
      purpose: watched,
    },
    {
      service: "GuardDuty",
      what: "network flows and name look-ups",
      quantity: share(usage.flowLogGb, among),
      price: "guardduty.flows",
      purpose: watched,
    },
  ];
}

function feature(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] | undefined {
  const detectors = graph.all(DETECTOR).length;
  if (textAt(resource, "status") !== "ENABLED") return [];
  const objects = (usage.objectPutsThousands + usage.objectGetsThousands) / 1000;
  const features: Readonly<Record<string, Pick<Item, "what" | "quantity" | "price"> | undefined>> = {
    S3_DATA_EVENTS: { what: "calls to S3", quantity: objects, price: "guardduty.s3" },
    RDS_LOGIN_EVENTS: { what: "sign-ins to databases", quantity: usage.databaseAcu, price: "guardduty.rds" },
    RUNTIME_MONITORING: { what: "processes in tasks", quantity: usage.serviceVcpu, price: "guardduty.runtime" },
    LAMBDA_NETWORK_LOGS: { what: "traffic of functions", quantity: usage.quietLogGb, price: "guardduty.lambda" },
  };
  // Costs nothing until a disk is scanned.
  if (textAt(resource, "name") === "EBS_MALWARE_PROTECTION") return [];
  const found = features[textAt(resource, "name")];
  if (found === undefined) return undefined;
  return [{ service: "GuardDuty", purpose: watched, ...found, quantity: share(found.quantity, detectors) }];
}

function trail(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const isFirst = graph.all("cloudtrail/trail:Trail")[0]?.urn === resource.urn;
  const selectors = [...listAt(resource, "advancedEventSelectors"), ...listAt(resource, "eventSelectors")];
  const data = selectors.filter((each) => /"Data"|dataResources/.test(JSON.stringify(each)));
  const events = (usage.objectPutsThousands + usage.objectGetsThousands) / 100;
  const calls = usage.managementEventsMillions * 10;
  const insights = listAt(resource, "insightSelectors").length;
  const item = (what: string, quantity: number, price: Item["price"]): Item[] =>
    quantity > 0
      ? [{ service: "CloudTrail", what, quantity, price, purpose: "calls to AWS are recorded for years" }]
      : [];
  return [
    // The first copy of management events is free.
    ...item("management events, further copy", isFirst ? 0 : calls, "trail.copy"),
    ...item("reads and writes of PHI in S3", data.length > 0 ? events : 0, "trail.data"),
    ...item("unusual calls", calls * insights, "trail.insights"),
  ];
}

function recorder(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const daily = textAt(resource, "recordingMode.recordingFrequency") === "DAILY";
  // Tasks that come and go run in the stack's region; others hardly change.
  const isMain = graph.all(RECORDER)[0]?.urn === resource.urn;
  return [
    {
      service: "Config",
      what: "changes recorded",
      quantity: (isMain ? 1 : 0.1) * usage.configurationItems * (daily ? 0.3 : 1),
      price: daily ? "config.daily" : "config.items",
      purpose: "every setting's history",
    },
  ];
}

function inspector(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const types = valueAt(resource, "resourceTypes");
  const kinds: readonly unknown[] = Array.isArray(types) ? types : [];
  const regions = graph.all(INSPECTOR).length;
  const item = (what: string, quantity: number, price: Item["price"]): Item => ({
    service: "Inspector",
    what,
    quantity: share(quantity, regions),
    price,
    purpose: watched,
  });
  return [
    ...(kinds.includes("ECR")
      ? [
          item("images scanned", usage.deployments, "inspector.image"),
          item("images scanned again", usage.imageScans, "inspector.again"),
        ]
      : []),
    ...(kinds.includes("LAMBDA") ? [item("functions", 1, "inspector.lambda")] : []),
    ...(kinds.includes("LAMBDA_CODE") ? [item("code of functions", 1, "inspector.lambdaCode")] : []),
  ];
}

function analyzer(resource: SnapshotResource, { usage }: Context): readonly Item[] {
  // What is shared with the outside is found for free.
  if (!textAt(resource, "type").endsWith("UNUSED_ACCESS")) return [];
  return [
    {
      service: "Access Analyzer",
      what: "roles and users looked at for unused access",
      quantity: usage.accountIdentities,
      price: "analyzer.identity",
      purpose: watched,
    },
  ];
}
