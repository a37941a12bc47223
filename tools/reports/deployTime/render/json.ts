import type { DeployTime } from "../deployTime";
import type { Comparison } from "../eventLog";

export function jsonReport(time: DeployTime, comparisons: readonly Comparison[]): string {
  return `${JSON.stringify(comparisons.length === 0 ? time : { ...time, measured: comparisons }, undefined, 2)}\n`;
}
