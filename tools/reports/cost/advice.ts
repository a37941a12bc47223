import type { Snapshot } from "../../shared/snapshot/snapshot";
import { estimate } from "./estimate";
import { Graph } from "./graph";
import type { CostLine, Estimate } from "./line";
import type { PriceName, Prices } from "./prices/prices";
import type { Usage } from "./usage/usage";

/** A way to pay less, or a warning of what grows; only where the figures bear it out. */
export interface Advice {
  readonly id: string;
  readonly text: string;
  /** USD a month. */
  readonly usd: number;
  readonly kind: "saves" | "grows";
}

/** The least that is worth a change, in USD a month. */
const WORTH = 5;
/** "Compute Savings Plans": Fargate for one year, nothing upfront; AWS names up to 20 % on average, as of 2026-11. */
const COMPUTE_PLAN = 0.2;
/** "Database Savings Plans": Aurora Serverless v2 for one year, nothing upfront; up to 35 %, as of 2026-11. */
const DATABASE_PLAN = 0.35;
const SIX_YEARS_MONTHS = 72;

export interface AdviceInput {
  readonly snapshot: Snapshot;
  readonly usage: Usage;
  readonly prices: Prices;
  readonly made: Estimate;
}

type Adviser = (input: AdviceInput) => Advice | undefined;

/** In a fixed order. */
export function adviceOn(input: AdviceInput): readonly Advice[] {
  return ADVISERS.flatMap((adviser) => {
    const found = adviser(input);
    return found !== undefined && found.usd >= WORTH ? [found] : [];
  });
}

const cost = (lines: readonly CostLine[], ...names: readonly PriceName[]) =>
  lines.filter(({ price }) => names.includes(price)).reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
const units = (lines: readonly CostLine[], ...names: readonly PriceName[]) =>
  lines.filter(({ price }) => names.includes(price)).reduce((sum, { quantity }) => sum + quantity, 0);
const saves = (id: string, usd: number, text: string): Advice => ({ id, text, usd, kind: "saves" });

const ADVISERS: readonly Adviser[] = [
  function optimisedIo({ made: { lines }, prices }) {
    const acuHours = units(lines, "aurora.acu");
    const bill = cost(lines, "aurora.acu", "aurora.gb", "aurora.io");
    const other = acuHours * prices["aurora.acu.io"].usd + units(lines, "aurora.gb") * prices["aurora.gb.io"].usd;
    const part = bill === 0 ? 0 : Math.round((100 * cost(lines, "aurora.io")) / bill);
    const text = `I/O is ${part} % of the Aurora bill: take storage that is optimised for I/O (database.storage).`;
    return saves("aurora-io-optimized", bill - other, text);
  },
  function databasePlan({ made: { lines } }) {
    const text = "A Database Savings Plan for a year, for the ACU that are always there: up to 35 % less.";
    return saves("database-savings-plan", DATABASE_PLAN * cost(lines, "aurora.acu", "aurora.acu.io"), text);
  },
  function computePlan({ made: { lines } }) {
    const always = lines.filter(({ what }) => what.endsWith("of service"));
    const sum = always.reduce((total, { monthlyUsd }) => total + monthlyUsd, 0);
    return saves(
      "compute-savings-plan",
      COMPUTE_PLAN * sum,
      "A Compute Savings Plan for a year for Fargate: up to 20 % less.",
    );
  },
  function endpoints({ made: { lines }, prices }) {
    const gb = units(lines, "vpc.endpoint.gb");
    const perGb = prices["vpc.nat.gb"].usd - prices["vpc.endpoint.gb"].usd;
    const hours = cost(lines, "vpc.endpoint.hour");
    const text =
      `Interface endpoints pay for themselves from ${Math.ceil(hours / perGb)} GB to AWS a month; here it is ` +
      `${Math.round(gb)} GB. Without them it leaves by NAT, still encrypted (network.interfaceEndpoints: none).`;
    // A network without a NAT gateway has no other way out.
    return units(lines, "vpc.nat.hour") === 0 ? undefined : saves("interface-endpoints", hours - gb * perGb, text);
  },
  function natPerZone({ made: { lines } }) {
    const second = lines.filter(({ price, purpose }) => price === "vpc.nat.hour" && purpose !== undefined);
    const text = "One NAT gateway (network.natGateways: single): a failure of its zone then cuts off the others too.";
    return saves("single-nat", cost(second, "vpc.nat.hour"), text);
  },
  function proxy({ made: { lines } }) {
    const text =
      "RDS Proxy is billed for 8 ACU at least. Without it (database.proxy: false) a failover drops connections.";
    return saves("database-proxy", cost(lines, "proxy.acu"), text);
  },
  function bucketBackups({ snapshot, made: { lines } }) {
    const copied = new Graph(snapshot).all("s3/bucketReplicationConfig:BucketReplicationConfig").length > 0;
    const again = lines.filter(({ what, price }) => price === "backup.s3" && what.includes("another region"));
    const text =
      "Buckets are replicated to the other region and backed up there too: one of both is enough to lose a region.";
    return copied ? saves("bucket-copies", cost(again, "backup.s3"), text) : undefined;
  },
  function copiesInStandard({ made: { lines }, prices }) {
    const copies = lines.filter(({ what }) => what === "copies of videos, Standard");
    const gb = units(copies, "s3.standard");
    const text = "Copies of recordings stay in Standard; Glacier Instant Retrieval keeps them as safe, and as fast.";
    return saves("archive-copies", gb * (prices["s3.standard"].usd - prices["s3.glacierIr"].usd), text);
  },
  function logRetention({ snapshot, usage, prices, made }) {
    const later = estimate(snapshot, { ...usage, ageMonths: SIX_YEARS_MONTHS }, prices);
    const grows = cost(later.lines, "logs.stored") - cost(made.lines, "logs.stored");
    const text = "Logs kept grow by this until the sixth year; shorter times (logs.retentionDays) stop it earlier.";
    return { id: "log-retention", text, usd: grows, kind: "grows" };
  },
  function sixYears({ snapshot, usage, prices, made }) {
    const later = estimate(snapshot, { ...usage, ageMonths: SIX_YEARS_MONTHS }, prices);
    const text =
      "The whole bill grows by this until the sixth year at the same use: recordings, backups, rotated keys.";
    return { id: "six-years", text, usd: later.totalUsd - made.totalUsd, kind: "grows" };
  },
];
