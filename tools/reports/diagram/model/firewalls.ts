import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import { listAt } from "../../../shared/fields";

/** What stands in front of something: its own property names the firewall, or an association does. */
export function firewallOf(graph: Graph, guarded: SnapshotResource): string | undefined {
  const named = graph.of(guarded, "webAclId", "wafv2/webAcl:WebAcl");
  const associated = graph
    .users("wafv2/webAclAssociation:WebAclAssociation", "resourceArn", guarded)
    .flatMap((each) => graph.of(each, "webAclArn", "wafv2/webAcl:WebAcl"));
  const [firewall] = [...named, ...associated];
  return firewall && `WAF, ${count(listAt(firewall.inputs, "rules").length, "rule")}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
