/** A reader of CloudWatch's JSON filter patterns, as far as ours go: comparisons, wildcards, EXISTS, IS, and, or. */
export function matches(pattern: string, event: unknown): boolean {
  const words = pattern.match(/"[^"]*"|\$[\w.]+|&&|\|\||!=|[={}()]|[\w.*/:-]+/g) ?? [];
  let at = 0;
  const next = () => words[at++] ?? "";
  const expect = (word: string) => {
    const found = next();
    if (found !== word) throw new Error(`${word} expected, ${found} found in ${pattern}`);
  };
  const any = (): boolean => {
    let result = all();
    while (words[at] === "||") {
      at++;
      const right = all();
      result = result || right;
    }
    return result;
  };
  const all = (): boolean => {
    let result = one();
    while (words[at] === "&&") {
      at++;
      const right = one();
      result = result && right;
    }
    return result;
  };
  const one = (): boolean => {
    if (words[at] === "(") {
      at++;
      const inside = any();
      expect(")");
      return inside;
    }
    const selector = next();
    if (!selector.startsWith("$.")) throw new Error(`a selector expected, ${selector} found in ${pattern}`);
    const value = selector
      .slice(2)
      .split(".")
      .reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], event);
    return compare(value, next(), next);
  };
  expect("{");
  const result = any();
  expect("}");
  if (at !== words.length) throw new Error(`${words.slice(at).join(" ")} is left over in ${pattern}`);
  return result;
}

function compare(value: unknown, operator: string, next: () => string): boolean {
  const operand = next();
  if (operator === "NOT") return operand === "EXISTS" && value === undefined;
  if (operator === "IS") return operand === "FALSE" && value === false;
  const wanted = operand
    .replaceAll('"', "")
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*");
  const equal = typeof value === "string" && new RegExp(`^${wanted}$`).test(value);
  // A field that is missing equals nothing, and differs from nothing either.
  if (operator === "!=") return value !== undefined && !equal;
  if (operator === "=") return equal;
  throw new Error(`${operator} is no operator`);
}
