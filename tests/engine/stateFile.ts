import { existsSync, readFileSync } from "node:fs";

/** What the engine keeps of a resource. */
export interface Kept {
  readonly urn: string;
  readonly type: string;
  readonly inputs: any;
  readonly outputs: any;
  readonly protect?: boolean;
}

/** What a state holds, as the CLI has written it; nothing when the stack was never made. `stack export` starts three processes. */
export function resourcesIn(file: string): readonly Kept[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).checkpoint.latest?.resources ?? []) : [];
}
