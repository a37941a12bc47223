/** The field's fault and what to write, when a list of regions is of no use; undefined when it is fine. */
export function regionsProblem(regions: readonly string[], home: string): readonly [string, string] | undefined {
  const twice = regions.find((each, index) => regions.indexOf(each) !== index);
  if (twice !== undefined) return [`${twice} stands there twice`, "Name each region once"];
  const wrong = regions.find((each) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(each));
  if (wrong !== undefined) return [`"${wrong}" is not a region`, "Write it like us-east-1"];
  if (!regions.includes(home)) return [`${home} is missing, where the stack is`, `Add ${home}`];
  return undefined;
}
