import { type Calls, callsTo } from "../shared/calls";
import type { Scene } from "../shared/operation";

/** Calls for a loop: the same call is said the first time only. */
export function sayingOnce({ calls, say }: Pick<Scene, "calls" | "say">): Calls {
  const said = new Set<string>();
  const once = (line: string) => {
    if (said.has(line)) return;
    said.add(line);
    say(line);
  };
  return callsTo(once, calls.isDryRun);
}
