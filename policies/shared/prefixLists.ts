import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { parseCidr } from "./cidr";
import { type Ingress, ingressOf } from "./ingress";

const LISTS = ["aws:ec2/managedPrefixList:ManagedPrefixList"];
const ENTRIES = ["aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"];

/** What a group or rule lets in through prefix lists of the same stack. Lists of AWS, such as CloudFront's, are its own. */
export function prefixListIngress(resource: Resource, stack: Stack): readonly Ingress[] {
  return ingressOf(resource).flatMap((each) =>
    each.prefixLists.map((field) => {
      const lists = stack.referred(resource, field, LISTS);
      const cidrs = lists.flatMap((list) => [
        ...list.at("entries").items.map((entry) => entry.at("cidr")),
        ...stack.referring(list, ENTRIES, "prefixListId").map((entry) => entry.at("cidr")),
      ]);
      const ranges = cidrs.flatMap((cidr) => parseCidr(cidr.text ?? "") ?? []);
      return { ...each, sources: ranges.map((range) => ({ field, range })) };
    }),
  );
}
