import type * as pulumi from "@pulumi/pulumi";
import { promiseOf } from "../../harness";

/** Logical names of the resources that whoever uses the output waits for. */
export async function waitsFor(output: pulumi.Output<unknown>): Promise<string[]> {
  const { allResources } = output as unknown as { allResources: () => Promise<Set<pulumi.Resource>> };
  const urns = [...(await allResources())].map((resource) => promiseOf(resource.urn));
  return (await Promise.all(urns)).map((urn) => urn.split("::").at(-1) ?? "").sort();
}
