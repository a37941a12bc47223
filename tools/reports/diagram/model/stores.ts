import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { bucketNodes } from "./buckets";
import { count } from "./firewalls";
import type { Graph } from "./graph";
import { keyOf } from "./keys";
import type { Node, Zone } from "./model";
import { isTrue, numberAt, textAt } from "../../../shared/fields";

/** What keeps data beside the VPC. */
export function dataZone(graph: Graph): Zone {
  const nodes = [
    ...bucketNodes(graph, graph.home),
    ...secrets(graph),
    ...queues(graph),
    ...images(graph),
    ...logs(graph),
  ];
  return { title: "Data stores", tone: "data", nodes };
}

function secrets(graph: Graph): readonly Node[] {
  const all = graph.all("secretsmanager/secret:Secret");
  const masters = graph.all("rds/cluster:Cluster").filter((each) => isTrue(each.inputs, "manageMasterUserPassword"));
  const keys = [
    ...all.map((each) => keyOf(graph, each, "kmsKeyId")),
    ...masters.map((each) => keyOf(graph, each, "masterUserSecretKmsKeyId")),
  ];
  const names = [...all.map(({ name }) => name.replace(/-secret$/, "")), ...masters.map(() => "database password")];
  if (names.length === 0) return [];
  const members = [...all.map(({ urn }) => urn), ...versionsOf(graph)];
  return [{ title: "Secrets Manager", notes: [names.toSorted().join(", ")], members, lock: joined(keys) }];
}

function versionsOf(graph: Graph): readonly string[] {
  return graph.all("secretsmanager/secretVersion:SecretVersion").map(({ urn }) => urn);
}

/** Queues that something is sent to; those that take what failed are noted with them. */
function queues(graph: Graph): readonly Node[] {
  const all = graph.all("sqs/queue:Queue");
  const dead = new Set(all.flatMap((each) => graph.of(each, "redrivePolicy", "sqs/queue:Queue")));
  return all
    .filter((each) => !dead.has(each))
    .map((each) => ({
      title: `SQS: ${each.name.replace(/-queue$/, "")}`,
      notes: [
        ...(graph.users("scheduler/schedule:Schedule", "target", each).length > 0 ? ["filled on a schedule"] : []),
        ...(graph.of(each, "redrivePolicy", "sqs/queue:Queue").length > 0 ? ["failed messages kept"] : []),
      ],
      members: [each.urn],
      lock: keyOf(graph, each, "kmsMasterKeyId"),
    }));
}

function images(graph: Graph): readonly Node[] {
  return graph.all("ecr/repository:Repository").map((each) => ({
    title: "ECR: container images",
    notes: [
      ...(textAt(each.inputs, "imageTagMutability") === "IMMUTABLE" ? ["tags never change"] : []),
      ...(isTrue(each.inputs, "imageScanningConfiguration", "scanOnPush") ? ["scanned on push"] : []),
    ],
    members: [each.urn],
    lock: keyOf(graph, each, "encryptionConfigurations"),
  }));
}

function logs(graph: Graph): readonly Node[] {
  const all = graph.all("cloudwatch/logGroup:LogGroup");
  if (all.length === 0) return [];
  const days = all.flatMap((each) => numberAt(each.inputs, "retentionInDays") ?? []);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const kept = days.length === 0 ? [] : [least === most ? `kept ${least} days` : `kept ${least} to ${most} days`];
  return [
    {
      title: "CloudWatch Logs",
      notes: [[count(all.length, "group"), ...kept].join(", ")],
      members: all.map(({ urn }) => urn),
      lock: joined(all.map((each: SnapshotResource) => keyOf(graph, each, "kmsKeyId"))),
    },
  ];
}

/** The keys of several things in one box; undefined as soon as one of them has none. */
function joined(keys: readonly (string | undefined)[]): string | undefined {
  const given = keys.filter((each) => each !== undefined);
  return given.length === keys.length && given.length > 0 ? [...new Set(given)].toSorted().join(", ") : undefined;
}
