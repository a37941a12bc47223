import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { vaultNodes } from "./backups";
import { count } from "./firewalls";
import type { Graph } from "./graph";
import { grouped } from "../../../shared/grouped";
import { keyOf } from "./keys";
import type { Node, Zone } from "./model";
import { isTrue, listAt, textAt } from "../../../shared/fields";

/** What watches, delivers and saves the rest; in the stack of the account, its guards. */
export function operationsZone(graph: Graph): Zone {
  const nodes = [
    ...pipelines(graph),
    ...deployRoles(graph),
    ...trails(graph),
    ...guards(graph),
    ...alarms(graph),
    ...topics(graph),
    ...budgets(graph),
    ...vaultNodes(graph, graph.home),
  ];
  return { title: "Operations", tone: "operations", nodes };
}

function alarms(graph: Graph): readonly Node[] {
  const all = graph.all("cloudwatch/metricAlarm:MetricAlarm");
  const dashboards = graph.all("cloudwatch/dashboard:Dashboard").length;
  const notes = [count(all.length, "alarm"), ...(dashboards > 0 ? [count(dashboards, "dashboard")] : [])];
  return all.length === 0 ? [] : [{ title: "CloudWatch", notes, members: all.map(({ urn }) => urn) }];
}

function topics(graph: Graph): readonly Node[] {
  return graph.all("sns/topic:Topic").map((each) => {
    const to = graph.users("sns/topicSubscription:TopicSubscription", "topic", each);
    const protocols = [...grouped(to, ({ inputs }) => textAt(inputs, "protocol") ?? "other")].toSorted();
    return {
      title: `SNS: ${each.name.replace(/-topic$/, "")}`,
      notes: protocols.map(([protocol, some]) => `to ${count(some.length, `${protocol} subscriber`)}`),
      members: [each.urn],
      lock: keyOf(graph, each, "kmsMasterKeyId"),
    };
  });
}

function budgets(graph: Graph): readonly Node[] {
  return graph.all("budgets/budget:Budget").map((each) => {
    const [limit, unit] = [textAt(each.inputs, "limitAmount"), textAt(each.inputs, "limitUnit")];
    return {
      title: "Budget",
      notes: limit === undefined ? [] : [`${limit} ${unit ?? ""} a month`],
      members: [each.urn],
    };
  });
}

function pipelines(graph: Graph): readonly Node[] {
  return graph.all("codepipeline/pipeline:Pipeline").map((each) => {
    const stages = listAt(each.inputs, "stages").flatMap((stage) => textAt(stage, "name") ?? []);
    return {
      title: "CodePipeline",
      notes: [stages.map((name) => name.toLowerCase()).join(", ")],
      members: [each.urn],
      lock: keyOf(graph, each, "artifactStores"),
    };
  });
}

function deployRoles(graph: Graph): readonly Node[] {
  return graph.all("iam/openIdConnectProvider:OpenIdConnectProvider").map(({ urn, inputs }) => ({
    title: "Sign-in of pipelines",
    notes: [(textAt(inputs, "url") ?? "").replace(/^https:\/\//, ""), "no stored keys"],
    members: [urn],
  }));
}

function trails(graph: Graph): readonly Node[] {
  return graph.all("cloudtrail/trail:Trail").map((each) => ({
    title: "CloudTrail",
    notes: [
      isTrue(each.inputs, "isMultiRegionTrail") ? "all regions" : "one region",
      ...(isTrue(each.inputs, "enableLogFileValidation") ? ["tampering shows"] : []),
    ],
    members: [each.urn],
    lock: keyOf(graph, each, "kmsKeyId"),
  }));
}

/** Services that are switched on per region. */
const GUARDS = [
  ["AWS Config", "cfg/recorder:Recorder"],
  ["GuardDuty", "guardduty/detector:Detector"],
  ["Security Hub", "securityhub/account:Account"],
  ["Inspector", "inspector2/enabler:Enabler"],
  ["Access Analyzer", "accessanalyzer/analyzer:Analyzer"],
] as const;

function guards(graph: Graph): readonly Node[] {
  return GUARDS.flatMap(([title, type]): readonly Node[] => {
    const all = graph.all(type);
    if (all.length === 0) return [];
    const members = all.flatMap((each) => [each.urn, ...channelsOf(graph, each)]);
    const regions = [...new Set(all.flatMap((each) => graph.regionOf(each) ?? []))].toSorted();
    return [{ title, notes: [regions.join(", "), ...rulesOf(graph, all)], members }];
  });
}

function channelsOf(graph: Graph, recorder: SnapshotResource): readonly string[] {
  if (!recorder.type.includes("cfg/")) return [];
  const region = graph.regionOf(recorder);
  const channels = graph.all("cfg/deliveryChannel:DeliveryChannel");
  return channels.filter((each) => graph.regionOf(each) === region).map(({ urn }) => urn);
}

function rulesOf(graph: Graph, all: readonly SnapshotResource[]): readonly string[] {
  if (!all.some(({ type }) => type.includes("cfg/"))) return [];
  const packs = graph.all("cfg/conformancePack:ConformancePack");
  return packs.length > 0 ? [count(packs.length, "conformance pack")] : [];
}
