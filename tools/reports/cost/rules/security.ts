import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { isOn, textAt } from "../fields";
import type { Item } from "../line";
import { share, type Context, type Rules } from "../rule";

const KEY = "kms/key:Key";
const SECRET = "secretsmanager/secret:Secret";
/** A rotated key costs as much again, for the first and the second rotation: "AWS KMS pricing", 2026-11. */
const CHARGED_ROTATIONS = 2;
const ROTATION_MONTHS = 12;
const ownKeys = "customer-managed keys: access to data can be revoked";

export const SECURITY_RULES = {
  [KEY]: key,
  "kms/replicaKey:ReplicaKey": key,
  [SECRET]: secret,
  "ssm/parameter:Parameter": (resource) =>
    textAt(resource, "tier") === "Advanced"
      ? [{ service: "Systems Manager", what: "advanced parameter", quantity: 1, price: "ssm.advanced" }]
      : [],
} satisfies Rules;

function key(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const past = Math.max(0, Math.floor((usage.ageMonths - 1) / ROTATION_MONTHS));
  const rotations = isOn(resource, "enableKeyRotation") ? Math.min(CHARGED_ROTATIONS, past) : 0;
  const calls = share(
    usage.keyCallsTenThousands,
    graph.all(KEY).length + graph.all("kms/replicaKey:ReplicaKey").length,
  );
  return [
    { service: "KMS", what: "key", quantity: 1 + rotations, price: "kms.key", purpose: ownKeys },
    { service: "KMS", what: "calls", quantity: calls, price: "kms.requests", purpose: ownKeys },
  ];
}

function secret(_resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const all = graph.all(SECRET);
  const calls: Item = {
    service: "Secrets Manager",
    what: "calls",
    quantity: share(usage.secretCallsTenThousands, all.length),
    price: "secrets.calls",
  };
  return [{ service: "Secrets Manager", what: "secret", quantity: 1, price: "secrets.secret" }, calls];
}
