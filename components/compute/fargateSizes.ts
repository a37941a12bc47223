/** CPU units of a Fargate task; 1024 are one vCPU. */
export type FargateCpu = keyof typeof MEMORY_MIB;

/** "Task CPU and memory", Amazon ECS Developer Guide: any other pair is refused when the task definition is registered. */
const MEMORY_MIB = {
  256: [512, 1024, 2048],
  512: gib(1, 4),
  1024: gib(2, 8),
  2048: gib(4, 16),
  4096: gib(8, 30),
  8192: gib(16, 60, 4),
  16384: gib(32, 120, 8),
} as const satisfies Record<number, readonly number[]>;

function gib(from: number, to: number, step = 1): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => (from + index * step) * 1024);
}

/** What to write instead, when Fargate has no task of this size; undefined when it has. */
export function memoryFix(cpu: FargateCpu, memoryMiB: number): string | undefined {
  const choices: readonly number[] = MEMORY_MIB[cpu];
  return choices.includes(memoryMiB) ? undefined : `With cpu ${cpu} use one of ${choices.join(", ")}`;
}
