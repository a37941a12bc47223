import * as pulumi from "@pulumi/pulumi";

/**
 * The same text, and a promise that `first` exists: whoever uses it waits, without having to know what for. The URN is
 * known in a preview, so the text stays known there too.
 */
export function after(text: pulumi.Output<string>, first: pulumi.Resource): pulumi.Output<string> {
  return pulumi.all([text, first.urn]).apply(([value]) => value);
}
