import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

/** Where each type has a least and a most. */
const RANGES: Readonly<Record<string, readonly [least: readonly string[], most: readonly string[], half: boolean]>> = {
  "aws:rds/cluster:Cluster": [
    ["serverlessv2ScalingConfiguration", "minCapacity"],
    ["serverlessv2ScalingConfiguration", "maxCapacity"],
    true,
  ],
  "aws:appautoscaling/target:Target": [["minCapacity"], ["maxCapacity"], false],
  "aws:autoscaling/group:Group": [["minSize"], ["maxSize"], false],
};

export const capacityRange = rule({
  id: "capacity-range",
  title: "The minimum capacity is not above the maximum",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Set the maximum to the minimum or more; Aurora takes half units, and a maximum of 1 to 256",
  types: Object.keys(RANGES),
  check: (resource): Outcomes => {
    const [low, high, half] = RANGES[resource.type] ?? [[], [], false];
    const [least, most] = [resource.at(...low), resource.at(...high)];
    const unknowns = [least, most].filter((each) => each.unknown);
    if (unknowns.length > 0) return unknowns.map((each) => each.later());
    if (least.number === undefined || most.number === undefined) return undefined;
    if (least.number > most.number)
      return least.refuse(`${String(least.number)} is above the maximum, ${String(most.number)}`);
    return half ? [inHalves(least, 0), inHalves(most, 1)] : undefined;
  },
});

function inHalves(field: Field, from: number): Outcomes {
  const units = field.number ?? 0;
  return units * 2 !== Math.round(units * 2) || units < from || units > 256
    ? field.refuse(`${String(units)} is not a valid capacity`)
    : undefined;
}
