import type { Field } from "../engine/field";
import { rule } from "../rule";
import { BUCKET, holdsRecordings } from "../shared/buckets";

export const recordingsSignedUrls = rule({
  id: "recordings-signed-urls",
  title: "Session recordings are delivered by signed URLs or cookies only",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Set trustedKeyGroups on each behavior that serves recordings",
  types: ["aws:cloudfront/distribution:Distribution"],
  checkInStack: (distribution, stack) => {
    const origins = distribution.at("origins");
    const made = stack.madeFrom(distribution, origins);
    const recordings = stack.all(BUCKET).filter(holdsRecordings);
    const buckets = origins.items.filter((each) => each.at("customOriginConfig").absent);
    // A known domain says whose bucket it is; an unknown one is whatever the origins were made from.
    const sources = buckets.filter((each) => {
      const domain = each.at("domainName").text;
      if (domain === undefined) return recordings.some((bucket) => made.includes(bucket.urn));
      return recordings.some((bucket) => domain.startsWith(`${bucket.at("bucket").text ?? bucket.urn}.`));
    });
    const behaviors = [
      ...distribution.at("defaultCacheBehavior").items,
      ...distribution.at("orderedCacheBehaviors").items,
    ];
    return behaviors.map((each) => {
      const [leads] = sources.filter((origin) => sameText(origin.at("originId"), each.at("targetOriginId")));
      if (leads && each.unknown) return each.later();
      if (!leads || !each.at("trustedKeyGroups").absent || !each.at("trustedSigners").absent) return undefined;
      const certain = leads.at("domainName").text !== undefined || buckets.length === 1;
      const groups = each.at("trustedKeyGroups");
      return certain ? groups.refuse("anyone who has the link can watch the recording") : groups.later();
    });
  },
});

function sameText(a: Field, b: Field): boolean {
  return a.unknown || b.unknown || (a.text !== undefined && a.text === b.text);
}
