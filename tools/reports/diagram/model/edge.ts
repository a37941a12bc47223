import { firewallOf } from "./firewalls";
import type { Graph } from "./graph";
import type { Node, Zone } from "./model";
import { listAt, textAt, textsAt } from "../../../shared/fields";

/** What the internet reaches first, from the web pages to the API. */
export function edgeZone(graph: Graph): Zone {
  const nodes = [
    ...webApps(graph),
    ...distributions(graph),
    ...identityPools(graph),
    ...userPools(graph),
    ...apis(graph),
  ];
  return { title: "Edge", note: "what the internet reaches", tone: "edge", nodes };
}

function webApps(graph: Graph): readonly Node[] {
  return graph.all("amplify/app:App").map((app) => {
    const branches = graph.users("amplify/branch:Branch", "appId", app);
    const domains = branches.flatMap((branch) =>
      graph.users("amplify/domainAssociation:DomainAssociation", "appId", branch),
    );
    const names = domains.flatMap((each) => textAt(each.inputs, "domainName") ?? []);
    const firewall = firewallOf(graph, app);
    return { title: "Amplify web app", notes: names, members: [app.urn], firewall };
  });
}

function distributions(graph: Graph): readonly Node[] {
  return graph.all("cloudfront/distribution:Distribution").map((each) => {
    const signed = listAt(each.inputs, "defaultCacheBehavior", "trustedKeyGroups").length > 0;
    const places = textsAt(each.inputs, "restrictions", "geoRestriction", "locations");
    const notes = [
      ...textsAt(each.inputs, "aliases"),
      ...(signed ? ["signed URLs only"] : []),
      ...(places.length > 0 && places.length < 6 ? [`from ${places.join(", ")} only`] : []),
    ];
    return { title: "CloudFront", notes, members: [each.urn], firewall: firewallOf(graph, each) };
  });
}

function userPools(graph: Graph): readonly Node[] {
  return graph.all("cognito/userPool:UserPool").map((pool) => {
    const groups = graph.users("cognito/userGroup:UserGroup", "userPoolId", pool);
    const names = groups.flatMap((each) => textAt(each.inputs, "name") ?? []);
    const mfa =
      { ON: ["MFA required"], OPTIONAL: ["MFA optional"] }[textAt(pool.inputs, "mfaConfiguration") ?? ""] ?? [];
    const notes = [...mfa, ...(names.length > 0 ? [names.toSorted().join(", ")] : [])];
    return { title: "Cognito users", notes, members: [pool.urn], firewall: firewallOf(graph, pool) };
  });
}

function identityPools(graph: Graph): readonly Node[] {
  return graph
    .all("cognito/identityPool:IdentityPool")
    .map((each) => ({ title: "Cognito identities", notes: ["short-lived credentials"], members: [each.urn] }));
}

function apis(graph: Graph): readonly Node[] {
  return graph.all("apigateway/restApi:RestApi").map((api) => {
    const stages = graph.users("apigateway/stage:Stage", "restApi", api);
    const domains = [api, ...stages]
      .flatMap((each) => graph.users("apigateway/basePathMapping:BasePathMapping", "restApi", each))
      .flatMap((each) => graph.of(each, "domainName", "apigateway/domainName:DomainName"));
    const [firewall] = stages.flatMap((each) => firewallOf(graph, each) ?? []);
    return {
      title: "API Gateway",
      notes: domains.flatMap((each) => textAt(each.inputs, "domainName") ?? []),
      members: [api, ...stages].map((each) => each.urn),
      firewall,
    };
  });
}
