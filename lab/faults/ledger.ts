import { createHash } from "node:crypto";
import { comparableProperties } from "../../tools/offline/providers/aws/normalForm";
import { parseUrn } from "../../tools/offline/providers/aws/urn";
import { canonicalJson } from "../../tools/shared/canonicalJson";
import { isMap, parseJson, type WireMap } from "../../tools/offline/providers/wire";

/** One thing in AWS, as the calls that made and changed it left it. */
export interface CloudObject {
  readonly urn: string;
  readonly id: string;
  /** Of everything it was last given: two are equal if their settings are, secrets included. */
  readonly digest: string;
  readonly inputs: WireMap;
  /** What AWS answered: what it was given, and what it found itself. */
  readonly outputs: WireMap;
}

/**
 * What exists in AWS, told by the calls that reached it. The offline AWS itself remembers nothing, and the state is the
 * engine's opinion; this is the truth that a state is compared with. Two creates of one id count as two things.
 */
export class Ledger {
  private readonly existing: CloudObject[];
  private readonly deleted = new Set<string>();

  constructor(existing: readonly CloudObject[] = []) {
    this.existing = [...existing];
  }

  get objects(): readonly CloudObject[] {
    return [...this.existing];
  }

  create(urn: string, id: string, inputs: WireMap, outputs = inputs): void {
    this.existing.push({ urn, id, digest: digestOf(urn, inputs), inputs, outputs });
    this.deleted.delete(key(urn, id));
  }

  update(urn: string, id: string, inputs: WireMap, outputs = inputs): void {
    const at = this.find(urn, id);
    if (at !== -1) this.existing[at] = { urn, id, digest: digestOf(urn, inputs), inputs, outputs };
  }

  /** Deleting what is gone already does nothing, as in AWS's provider. */
  delete(urn: string, id: string): void {
    const at = this.find(urn, id);
    if (at === -1) return;
    this.existing.splice(at, 1);
    if (this.find(urn, id) === -1) this.deleted.add(key(urn, id));
  }

  get(urn: string, id: string): CloudObject | undefined {
    return this.existing[this.find(urn, id)];
  }

  /** Whether it was here once and is no more. */
  isGone(urn: string, id: string): boolean {
    return this.deleted.has(key(urn, id));
  }

  private find(urn: string, id: string): number {
    return this.existing.findIndex((each) => each.urn === urn && each.id === id);
  }
}

const key = (urn: string, id: string) => `${urn} ${id}`;

const digestOf = (urn: string, inputs: WireMap): string =>
  createHash("sha256").update(settingsOf(urn, inputs)).digest("hex");

/** What two of a resource are compared by: AWS answers in an order and a form of its own, which are no difference. */
export function settingsOf(urn: string, inputs: Readonly<Record<string, unknown>>): string {
  const wire = parseJson(JSON.stringify(inputs));
  return canonicalJson(isMap(wire) ? comparableProperties(parseUrn(urn).type, wire) : inputs);
}
