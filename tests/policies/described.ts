import type { Described } from "../../policies/engine/resource";
import type { Given } from "./runner";

/** A test's resources as the rules get them when no engine is in between. */
export function describedBy(given: readonly Given[], stack = "prod"): Described[] {
  const urnOf = ({ type, name }: { type: string; name: string }) => `urn:pulumi:${stack}::telehealth::${type}::${name}`;
  const urns = (names: readonly string[]) =>
    names.map((name) => urnOf(given.find((each) => each.name === name) ?? { type: "missing", name }));
  return given.map((each) => {
    const { customTimeouts: limits, ...opts } = each.opts ?? {};
    const seconds = limits && {
      createSeconds: limits.create ?? 0,
      updateSeconds: limits.update ?? 0,
      deleteSeconds: limits.delete ?? 0,
    };
    return {
      type: each.type,
      name: each.name,
      urn: urnOf(each),
      props: each.props,
      opts: { ...opts, ...(seconds && { customTimeouts: seconds }) },
      ...(each.provider && { provider: { ...each.provider, urn: urnOf(each.provider) } }),
      dependencies: urns(each.dependsOn ?? []),
      propertyDependencies: Object.fromEntries(
        Object.entries(each.from ?? {}).map(([property, names]) => [property, urns(names)]),
      ),
    };
  });
}
