import type { SubnetSpec } from "./args";
import { parseBlock, sizeOf } from "./cidr";

/** /30 is the smallest range that awsx has a size for. */
const LONGEST_MASK = 30;

/** How awsx reads the specs of a Vpc: sizes and masks completed, every problem told at once. */
export function normalizeSpecs(specs: readonly SubnetSpec[], zoneCount: number): readonly SubnetSpec[] {
  const problems = [...nameProblems(specs), ...sizeProblems(specs)];
  const explicit = isExplicit(specs);
  for (const [index, spec] of specs.entries()) {
    const problem = explicit ? blocksProblem(spec, index, zoneCount) : maskProblem(spec);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > 0) throw new Error(`subnetSpecs:\n - ${[...new Set(problems)].join("\n - ")}`);
  return explicit ? specs : specs.map(complete);
}

export const isExplicit = (specs: readonly SubnetSpec[]): boolean =>
  specs.some(({ cidrBlocks }) => cidrBlocks !== undefined);

const isSize = (size: number) => Number.isInteger(Math.log2(size)) && size >= sizeOf(LONGEST_MASK);

const maskOf = (spec: SubnetSpec) => spec.cidrMask ?? (spec.size ? 32 - Math.log2(spec.size) : undefined);

function complete(spec: SubnetSpec): SubnetSpec {
  const cidrMask = maskOf(spec);
  if (cidrMask === undefined) return spec;
  return { ...spec, cidrMask, ...(cidrMask > 0 && cidrMask <= LONGEST_MASK ? { size: sizeOf(cidrMask) } : {}) };
}

/** Subnets are named by their spec: two of one type need names that tell them apart. */
function nameProblems(specs: readonly SubnetSpec[]): string[] {
  const keys = specs.map(({ type, name }) => `${type}/${name ?? ""}`);
  const twice = specs.filter((_, index) => keys.indexOf(keys[index] ?? "") !== index);
  return twice.map(({ type, name }) =>
    name === undefined
      ? `two specs of type ${type} have no name. Give all but one of them a name`
      : `two specs of type ${type} are named ${name}. Give each its own name`,
  );
}

function sizeProblems(specs: readonly SubnetSpec[]): string[] {
  return specs.flatMap(({ size }) =>
    size === undefined || isSize(size)
      ? []
      : [`size ${size} is not a power of two of at least 4. Write 256, 512, 1024`],
  );
}

function maskProblem(spec: SubnetSpec): string | undefined {
  const { cidrMask, size } = spec;
  if (cidrMask === undefined || size === undefined || size === sizeOf(cidrMask)) return undefined;
  return `size ${size} and cidrMask ${cidrMask} contradict each other: a /${cidrMask} has ${sizeOf(cidrMask)} addresses`;
}

function blocksProblem(spec: SubnetSpec, index: number, zoneCount: number): string | undefined {
  const { cidrBlocks, cidrMask, size } = spec;
  if (cidrBlocks === undefined) return "some specs have cidrBlocks and some have not. Write them for all or for none";
  if (cidrBlocks.length !== zoneCount) {
    return `subnetSpecs[${index}] has ${cidrBlocks.length} cidrBlocks for ${zoneCount} zones. Write one for each zone`;
  }
  const masks = cidrBlocks.map((block) => parseBlock(block).mask);
  if (cidrMask !== undefined && masks.some((mask) => mask !== cidrMask)) {
    return `cidrMask of subnetSpecs[${index}] contradicts its cidrBlocks. Leave it out`;
  }
  if (size !== undefined && masks.some((mask) => sizeOf(mask) !== size)) {
    return `size of subnetSpecs[${index}] contradicts its cidrBlocks. Leave it out`;
  }
  return undefined;
}
