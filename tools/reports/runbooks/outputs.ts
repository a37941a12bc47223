import { z } from "zod";
import { plain, UNKNOWN } from "../../../policies/engine/value";
import { stackOutputs } from "../../shared/snapshot/find";
import { SECRET, type Snapshot } from "../../shared/snapshot/snapshot";
import type { Value } from "./value";

const text = z.union([z.string().min(1), z.number()]).transform(String);
const list = z.array(text).min(1);

/** An output of the stack; undefined if it is in neither the state nor the plan. */
export function outputValue(snapshot: Snapshot, name: string): Value | undefined {
  const outputs = stackOutputs(snapshot);
  return Object.hasOwn(outputs, name) ? shown(outputs[name]) : undefined;
}

/** Lists as AWS's shorthand has them: with commas. */
export function shown(value: unknown, separator = ","): Value {
  const known = plain(value);
  if ([known].flat().includes(UNKNOWN)) return { why: "AWS says it only once the stack is deployed" };
  const given = z.union([text, list]).safeParse(known);
  if (!given.success) return { why: "it is empty or no text" };
  const words = [given.data].flat();
  return words.includes(SECRET) ? { why: "it is a secret, which no page shows" } : { text: words.join(separator) };
}
