import { canonical } from "../../../policies/engine/types";
import type { Seconds } from "./seconds";
import { DEFAULT, TIMES, type Time } from "./times";
import { VARIANTS } from "./variants";

/** A resource, or what an event log has of one. */
export interface Timeable {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

export interface Timed {
  /** The type, and the setting that matters if one does: `aws:ec2/vpcEndpoint:VpcEndpoint, interface`. */
  readonly key: string;
  readonly seconds: Seconds;
  readonly from: "table" | "default" | "measured";
}

/** Own measurements by the key of `Timed`. */
export type Measurements = ReadonlyMap<string, Seconds>;

/** How long its creation takes: as measured if it was, else as the table says. */
export function timeOf({ type, inputs }: Timeable, measured: Measurements = new Map()): Timed {
  const name = canonical(type);
  const variant = VARIANTS[name]?.find(({ when }) => when(inputs));
  const key = variant === undefined ? name : `${name}, ${variant.name}`;
  const own = measured.get(key);
  if (own !== undefined) return { key, seconds: own, from: "measured" };
  const listed = variant?.time ?? TIMES[name.startsWith("pulumi:providers:") ? "pulumi:providers:*" : name];
  return { key, seconds: secondsOf(listed ?? DEFAULT), from: listed === undefined ? "default" : "table" };
}

function secondsOf([low, typical, high]: Time): Seconds {
  return { low, typical, high };
}
