import { made, others } from "./entry";
import { NO_METRIC, free, notDrawn } from "./reasons";

export const MADE = made({
  "route53/record:Record": {
    price: free("the zone is paid where it is; aliases to AWS are free"),
    seconds: [25, 40, 120],
    outputs: {
      id: "{.zoneId}_{.name}_{.type}",
      fqdn: (record) => (record.input("name") ?? "").replace(/\.$/, ""),
    },
    replacedBy: "name zoneId setIdentifier",
    drawn: notDrawn("the name is noted at what it leads to"),
    alarms: NO_METRIC,
  },
});

export const OTHERS = others({
  "route53/zone:Zone": {
    price: "priced",
    outputs: {
      id: "Z{upper20}",
      arn: "arn:{partition}:route53:::hostedzone/{id}",
      zoneId: "{id}",
      primaryNameServer: "ns-0.awsdns-00.com",
      nameServers: ["ns-0.awsdns-00.com", "ns-512.awsdns-00.net", "ns-1024.awsdns-00.org", "ns-1536.awsdns-00.co.uk"],
    },
    replacedBy: "name delegationSetId",
  },
  "route53/healthCheck:HealthCheck": {
    price: "priced",
    outputs: { id: "{uuid}", arn: "arn:{partition}:route53:::healthcheck/{id}" },
    replacedBy: "type requestInterval measureLatency referenceName",
  },
});
