import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, textAt } from "../fields";
import type { Item } from "../line";
import type { PriceName } from "../prices/prices";
import { share, type Context, type Rules } from "../rule";
import { contentOf, isReplicated, sourceOfReplica, stockOf, type Content } from "./bucket";

const service = "S3";
const CLASSES: Readonly<Record<string, PriceName>> = {
  STANDARD_IA: "s3.standardIa",
  ONEZONE_IA: "s3.oneZoneIa",
  GLACIER_IR: "s3.glacierIr",
  GLACIER: "s3.glacier",
  DEEP_ARCHIVE: "s3.deepArchive",
};
const LABELS: Readonly<Record<string, string>> = {
  STANDARD_IA: "Standard-IA",
  ONEZONE_IA: "One Zone-IA",
  GLACIER_IR: "Glacier Instant Retrieval",
  GLACIER: "Glacier Flexible Retrieval",
  DEEP_ARCHIVE: "Glacier Deep Archive",
};
const PURPOSES: Readonly<Record<Content, string | undefined>> = {
  videos: undefined,
  files: undefined,
  logs: "access logs are kept",
  audit: "trail and history of configurations are kept",
  little: "buckets for builds, imports and state",
};
/** Replication metrics of a rule: bytes, operations and seconds behind, failures. */
const REPLICATION_METRICS = 4;

/** Uploads of recordings in parts of 8 MB: parts of a GB. */
const VIDEO_PARTS = 125;

export const STORAGE_RULES = {
  "s3/bucket:Bucket": bucket,
  "s3/bucketReplicationConfig:BucketReplicationConfig": replication,
  "ecr/repository:Repository": (_, { usage, graph }) => [
    {
      service: "Fargate",
      what: "images",
      quantity: share(usage.imagesGb, graph.all("ecr/repository:Repository").length),
      price: "ecr.gb",
      purpose: "containers on Fargate",
    },
  ],
} satisfies Rules;

function bucket(resource: SnapshotResource, context: Context): readonly Item[] | undefined {
  const { graph, usage } = context;
  const content = contentOf(resource, graph);
  const isCopy = sourceOfReplica(resource, graph) !== undefined;
  const stock = stockOf(resource, context);
  const purpose = isCopy ? "a copy in another region" : PURPOSES[content];
  const of = content === "little" ? "builds, imports and state" : `${isCopy ? "copies of " : ""}${content}`;
  const item = (what: string, quantity: number, price: PriceName): Item[] =>
    quantity > 0 ? [{ service, what, quantity, price, ...(purpose === undefined ? {} : { purpose }) }] : [];
  const writes = stock.newGb * (content === "videos" ? VIDEO_PARTS : usage.objectsPerGb);
  const main = content === "files" && !isCopy;
  const archived = stock.archiveClass === "INTELLIGENT_TIERING" ? tiered() : moved();
  if (archived === undefined) return undefined;
  return [
    ...item(`${of}, Standard`, stock.fresh, "s3.standard"),
    ...archived,
    ...item(`${of}, old versions`, stock.old, "s3.standard"),
    ...(main ? item("uploads", usage.objectPutsThousands, "s3.put") : []),
    ...(main ? item("reads", usage.objectGetsThousands, "s3.get") : []),
    ...(main ? [] : item(`${of}, written`, writes / 1000, "s3.put")),
  ];

  function tiered(): Item[] {
    const rest = (1 - usage.filesFrequentShare) / 2;
    return [
      ...item(`${of}, frequent access`, stock.archived * usage.filesFrequentShare, "s3.intelligent.frequent"),
      ...item(`${of}, infrequent access`, stock.archived * rest, "s3.intelligent.infrequent"),
      ...item(`${of}, archive instant access`, stock.archived * rest, "s3.intelligent.archive"),
      ...item(`${of}, tiering`, (stock.archived * usage.objectsPerGb) / 1000, "s3.intelligent.watch"),
    ];
  }

  function moved(): Item[] | undefined {
    if (stock.archived <= 0) return [];
    const price = CLASSES[stock.archiveClass];
    const label = LABELS[stock.archiveClass];
    if (price === undefined || label === undefined) return undefined;
    const move = /^GLACIER$|DEEP/.test(stock.archiveClass) ? "s3.transition.archive" : "s3.transition";
    // A recording is one object of half a GB.
    return [
      ...item(`${of}, ${label}`, stock.archived, price),
      ...item(`${of}, moved to ${label}`, (stock.newGb * 2) / 1000, move),
    ];
  }
}

function replication(resource: SnapshotResource, context: Context): readonly Item[] {
  const [source] = context.graph.of(resource, "bucket", "s3/bucket:Bucket");
  const purpose = "a copy in another region";
  const watched = listAt(resource, "rules").filter((each) => textAt(each, "destination.metrics.status") === "Enabled");
  return [
    ...(source !== undefined && isReplicated(source, context.graph)
      ? [
          {
            service,
            what: "replication to another region",
            quantity: stockOf(source, context).newGb,
            price: "transfer.region.gb",
            purpose,
          } as const,
        ]
      : []),
    {
      service: "CloudWatch",
      what: "metrics of replication",
      quantity: watched.length * REPLICATION_METRICS,
      price: "metric.custom",
      purpose,
    },
  ];
}
