import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** Load balancers and target groups have names of 32 characters; Pulumi's auto-naming adds a dash and 7 digits. */
const LONGEST = 32 - 8;

/** Refuses a name that is too long for the auto-named resource, and says by how much. */
export function refuseLongName(component: pulumi.Resource, name: string, resourceName: string): void {
  const excess = resourceName.length - LONGEST;
  if (excess > 0)
    invalid(component, "name", `"${name}" is too long for a load balancer`, `Shorten it by ${excess} characters`);
}
