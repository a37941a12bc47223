/** The field's fault and what to write, when a list of regions is of no use; undefined when it is fine. */
export function regionsProblem(regions: readonly string[], home: string): readonly [string, string] | undefined {
  const repeated = regions.find((region, index) => regions.indexOf(region) !== index);
  if (repeated !== undefined) return [`${repeated} is listed twice`, "List each region once"];
  const wrong = regions.find((region) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region));
  if (wrong !== undefined) return [`"${wrong}" is not a region`, "Write it like us-east-1"];
  if (!regions.includes(home)) return [`${home} is missing, where the stack is`, `Add ${home}`];
  return undefined;
}
