import { isDeepStrictEqual } from "node:util";
import type { Wire, WireMap } from "../wire";
import { isUnknown, UNKNOWN } from "../wire";
import { generationOf } from "./check";
import { guess } from "./guess";
import { namingOf, physicalName } from "./naming";
import { sdkFacts } from "./sdkFacts";
import type { Account } from "./session";
import { partitionOf } from "./session";
import { shapeOf } from "./shapes";
import type { Shape } from "./template";
import { Resource } from "./template";
import type { ResourceName } from "./urn";

/** A resource whose outputs are asked for. */
export interface Wanted {
  readonly resource: ResourceName;
  readonly inputs: WireMap;
  readonly account: Account;
  /** Undefined when it is being created, UNKNOWN when a preview creates it. */
  readonly id: string | undefined;
}

/** AWS takes these values and never gives them back, so the provider keeps none of them. */
const WRITE_ONLY = /Wo$/;

/** The id AWS gives a new resource. */
export const idOf = (wanted: Wanted): string => see({ ...wanted, id: undefined }).id;

/**
 * The state of a resource: its inputs as given, secrets still secret, and what AWS adds. In the preview of a creation all
 * that AWS adds is unknown, but for the region, which the provider knows.
 */
export function outputsOf(wanted: Wanted): WireMap {
  const { resource, inputs, id } = wanted;
  const facts = sdkFacts(resource.type);
  const shape = shapeOf(resource.type);
  const seen = see(wanted);
  const outputs: Record<string, Wire> = {};
  for (const [key, value] of Object.entries(inputs)) {
    if (!key.startsWith("__") && !WRITE_ONLY.test(key)) outputs[key] = value;
  }
  if (facts.inputs.has("region")) outputs["region"] ??= wanted.account.region;

  const creating = isUnknown(id);
  const add = (key: string, compute: () => Wire | undefined) => {
    if (outputs[key] !== undefined) return;
    const value = creating ? UNKNOWN : compute();
    if (value !== undefined) outputs[key] = value;
  };
  const name = namingOf(resource.type)?.property;
  for (const [key, template] of Object.entries(shape)) add(key, () => seen.evaluate(template, key));
  if (name !== undefined) add(name, () => seen.evaluate("{name}", name));
  add("id", () => seen.evaluate("{id}", "id"));
  for (const [key, property] of facts.outputs) {
    if (!property.optional) add(key, () => seen.evaluate(guess(resource.type, key, property.type), key));
  }
  return outputs;
}

/** The state after an update. What AWS had added stays as it was, unless it is made of an input that has changed. */
export function updatedOutputs(wanted: Wanted, oldInputs: WireMap, olds: WireMap): WireMap {
  const before = outputsOf({ ...wanted, inputs: oldInputs });
  const after = outputsOf(wanted);
  const kept = Object.entries(after).map(([key, value]): [string, Wire] => {
    const old = olds[key];
    const untouched = !(key in wanted.inputs) && !(key in oldInputs) && isDeepStrictEqual(before[key], value);
    return [key, untouched && old !== undefined ? old : value];
  });
  return Object.fromEntries(kept);
}

function see({ resource, inputs, account, id }: Wanted): Resource {
  const shape: Shape = shapeOf(resource.type);
  const region =
    typeof inputs["region"] === "string" && !isUnknown(inputs["region"]) ? inputs["region"] : account.region;
  const local = { ...account, ...partitionOf(region) };
  const name = (seen: Resource) => physicalName(resource.type, seen);
  return new Resource(resource.urn, generationOf(inputs), inputs, local, shape, id, name);
}
