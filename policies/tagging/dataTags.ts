import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { AWS_PROVIDER, defaultTags } from "../shared/providers";
import { HOLDS_DATA } from "../facts";

const KEYS = ["DataClass", "Environment", "Owner"];
const known = new WeakMap<Stack, readonly string[]>();

export const dataTags = rule({
  id: "data-tags",
  title: "Resources that hold data are tagged with data class, environment and owner",
  family: "tagging",
  severity: "low",
  level: "advisory",
  controls: ["164.310(d)(2)(iii)", "164.308(a)(7)(ii)(E)"],
  remediation: "Set it in the provider's defaultTags, so that no resource lacks it",
  types: HOLDS_DATA,
  checkInStack: (store, stack) => {
    // A program that tags nothing so has another convention.
    if (!store.provider) return undefined;
    const [tags, all] = [store.at("tags"), store.at("tagsAll")];
    if (tags.unknown) return tags.later();
    return used(stack)
      .filter((key) => defaultTags(store.provider, key) === undefined && all.at(key).absent && tags.at(key).absent)
      .map((key) => tags.refuse(`has no ${key}, which the rest of the stack has`));
  },
});

/** Those keys of which the stack makes use somewhere. */
function used(stack: Stack): readonly string[] {
  const before = known.get(stack);
  if (before) return before;
  const found = KEYS.filter(
    (key) =>
      stack.all(AWS_PROVIDER).some((each) => defaultTags(each, key) !== undefined) ||
      stack.all(...HOLDS_DATA).some((each) => each.at("tags", key).given),
  );
  known.set(stack, found);
  return found;
}
