import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";

export const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
export const DISTRIBUTIONS = [DISTRIBUTION, "aws:cloudfront/multitenantDistribution:MultitenantDistribution"];

/** How a distribution treats requests: by default, and path by path. */
export function behaviorsOf(distribution: Resource): readonly Field[] {
  return ["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"].flatMap(
    (each) => distribution.at(each).items,
  );
}
