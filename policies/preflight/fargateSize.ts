import { rule } from "../rule";

/** GiB of memory that go with each size of CPU: Amazon ECS Developer Guide, "Task size". */
const SIZES: Readonly<Record<number, readonly [from: number, to: number, step: number]>> = {
  256: [512, 2048, 512],
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16_384, 1024],
  4096: [8192, 30_720, 1024],
  8192: [16_384, 61_440, 4096],
  16384: [32_768, 122_880, 8192],
};

export const fargateSize = rule({
  id: "fargate-size",
  title: "Fargate tasks have a valid combination of CPU and memory",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Use a combination from the ECS Developer Guide's table, such as 512 with 1024, and network mode awsvpc",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check: (task) => {
    const modes = task.at("requiresCompatibilities");
    if (!modes.items.some((each) => each.text === "FARGATE")) return modes.unknown ? modes.later() : undefined;
    const [cpu, memory, network] = [task.at("cpu"), task.at("memory"), task.at("networkMode")];
    const unknowns = [cpu, memory, network].filter((each) => each.unknown);
    if (unknowns.length > 0) return unknowns.map((each) => each.later());
    const units = sizeOf(cpu.text ?? String(cpu.number ?? ""), /vcpu$/i);
    const mib = sizeOf(memory.text ?? String(memory.number ?? ""), /gb$/i);
    const [from, to, step] = SIZES[units] ?? [1, 0, 1];
    return [
      from > to ? cpu.refuse(`${cpu.text ?? "nothing"} is not a valid CPU size for a Fargate task`) : undefined,
      from <= to && (mib < from || mib > to || (mib % step !== 0 && !(units === 256 && mib === 512)))
        ? memory.refuse(`${memory.text ?? "nothing"} is not valid with ${cpu.text ?? String(units)} of CPU`)
        : undefined,
      network.text === "awsvpc" ? undefined : network.refuse("Fargate supports network mode awsvpc only"),
    ];
  },
});

/** ECS takes "0.5 vCPU" and "1 GB" too. */
function sizeOf(text: string, unit: RegExp): number {
  return unit.test(text.trim()) ? Number.parseFloat(text) * 1024 : Number(text.trim() === "" ? Number.NaN : text);
}
