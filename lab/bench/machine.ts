import { cpus, release, totalmem, type } from "node:os";
import type { Machine } from "./report";

/** What the figures depend on. Nothing in it names the machine or its owner. */
export function thisMachine(day: string): Machine {
  const processors = cpus();
  return {
    day,
    processor: processors[0]?.model.trim() ?? "unknown processor",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}
