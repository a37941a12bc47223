import { canonical } from "../../../policies/engine/types";
import type { Seconds } from "./seconds";
import { DEFAULT, TIMES, type Time } from "./times";
import { VARIANTS } from "./variants";

export interface Timeable {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

export interface Timed {
  /** The type, and the setting that matters if one does: `aws:ec2/vpcEndpoint:VpcEndpoint, interface`. */
  readonly key: string;
  readonly seconds: Seconds;
  readonly from: "table" | "default";
}

/** How long the creation of a resource takes. */
export function timeOf({ type, inputs }: Timeable): Timed {
  const name = canonical(type);
  const variant = VARIANTS[name]?.find(({ when }) => when(inputs));
  const key = variant === undefined ? name : `${name}, ${variant.name}`;
  const listed = variant?.seconds ?? TIMES[name.startsWith("pulumi:providers:") ? "pulumi:providers:*" : name];
  return { key, seconds: secondsOf(listed ?? DEFAULT), from: listed === undefined ? "default" : "table" };
}

function secondsOf([low, typical, high]: Time): Seconds {
  return { low, typical, high };
}
