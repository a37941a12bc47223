import type { Graph } from "./graph";
import type { Node, Zone } from "./model";

/** Ends of flows that are no resource. */
export const BROWSERS = "outside:browsers";
export const PARTNERS = "outside:partners";

/** Who is on the internet. Only those are drawn that a flow names. */
export function outsideZone(graph: Graph): Zone {
  const groups = graph.all("cognito/userGroup:UserGroup").map(({ inputs }) => String(inputs["name"]));
  const partners = graph
    .all("secretsmanager/secretVersion:SecretVersion")
    .map(({ name }) => name)
    .filter((name) => name.endsWith("-placeholder"))
    .map((name) => name.replace(/-placeholder$/, ""));
  const nodes: readonly Node[] = [
    { title: "Browsers", notes: groups.toSorted(), members: [BROWSERS] },
    { title: "Services outside", notes: partners.toSorted(), members: [PARTNERS] },
  ];
  return { title: "Internet", tone: "outside", nodes };
}
