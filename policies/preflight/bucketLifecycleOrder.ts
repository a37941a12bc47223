import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const CONFIGURATION = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const BUCKET = "aws:s3/bucket:Bucket";
/** Amazon S3 User Guide, "Constraints and considerations for transitions". */
const EARLIEST = 30;
const INFREQUENT = /^(STANDARD_IA|ONEZONE_IA)$/;

export const bucketLifecycleOrder = rule({
  id: "bucket-lifecycle-order",
  title: "Objects transition before they expire, and to infrequent-access classes after 30 days at the earliest",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Set the expiration after the last transition, and STANDARD_IA to 30 days or later",
  types: [CONFIGURATION, BUCKET],
  check: (resource): Outcomes =>
    resource
      .at(resource.type === BUCKET ? "lifecycleRules" : "rules")
      .items.map((each) => (each.unknown ? each.later() : judge(each))),
});

function judge(block: Field): Outcomes {
  const expiry = block.at("expiration", "days");
  const transitions = block.at("transitions").items;
  return [
    expiry.unknown && transitions.length > 0 ? expiry.later() : undefined,
    transitions.map((each): Outcomes => {
      if (each.unknown) return each.later();
      const days = each.at("days");
      if (days.unknown) return days.later();
      if (days.number === undefined) return undefined;
      return [
        expiry.number !== undefined && expiry.number > 0 && expiry.number <= days.number
          ? expiry.refuse(
              `objects expire after ${String(expiry.number)} days, and transition after ${String(days.number)}`,
            )
          : undefined,
        INFREQUENT.test(each.at("storageClass").text ?? "") && days.number < EARLIEST
          ? days.refuse(`S3 moves objects to this class after ${String(EARLIEST)} days at the earliest`)
          : undefined,
      ];
    }),
  ];
}
