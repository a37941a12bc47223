import * as pulumi from "@pulumi/pulumi";

/**
 * The same text, and a promise that `first` exists: whoever uses it waits, without having to know what for. A resource's
 * URN and a name that was given are known in a preview, so the text stays known there too.
 */
export function after(
  text: pulumi.Output<string>,
  first: pulumi.Resource | pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.all([text, pulumi.Resource.isInstance(first) ? first.urn : first]).apply(([value]) => value);
}
