/** What stands at a path in the properties of a resource; undefined if there is nothing. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    const next: unknown = Reflect.get(here, step);
    here = next;
  }
  return here;
}
