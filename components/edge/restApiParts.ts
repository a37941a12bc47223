import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";

/** One piece of an API's definition: what a deployment waits for, and what it says. */
export interface Part {
  readonly resource: pulumi.CustomResource;
  readonly says: pulumi.Input<unknown>;
}

/** Creates a piece and remembers its arguments, so that none can be left out of the fingerprint. */
export function part<A>(
  Kind: new (name: string, args: A, opts: pulumi.CustomResourceOptions) => pulumi.CustomResource,
  name: string,
  args: A,
  opts: pulumi.CustomResourceOptions,
): Part {
  return { resource: new Kind(name, args, opts), says: args };
}

/**
 * Changes whenever a piece does. A stage serves a copy of the definition, taken when the deployment was made: without a
 * new deployment no change ever reaches it.
 */
export function fingerprint(parts: readonly Part[]): pulumi.Output<string> {
  return pulumi
    .jsonStringify(parts.map(({ says }) => says))
    .apply((text) => createHash("sha256").update(text).digest("hex"));
}
