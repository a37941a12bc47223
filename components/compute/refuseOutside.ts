import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Stops for a number that is not a whole one within the range; `wrong` goes on from the value. */
export function refuseOutside(
  component: pulumi.Resource,
  field: string,
  value: number,
  { least, most }: Range,
  wrong = "is not accepted by AWS",
): void {
  if (!Number.isInteger(value) || value < least || value > most)
    invalid(component, field, `${value} ${wrong}`, `Use ${least} to ${most}`);
}
