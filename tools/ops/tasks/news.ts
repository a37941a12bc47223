import type { Scene } from "../shared/operation";

/** Says what has happened; in a dry run nothing has, so nothing is said. */
export function newsOf({ calls, say }: Pick<Scene, "calls" | "say">): (line: string) => void {
  return (line) => {
    if (!calls.isDryRun) say(line);
  };
}
