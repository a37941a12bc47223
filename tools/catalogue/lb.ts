import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { FREE } from "./reasons";
import { CALL } from "./seconds";

/** The zones of load balancer host names, by region: Elastic Load Balancing endpoints, AWS General Reference. */
const ALB_ZONES: Readonly<Record<string, string>> = {
  "us-east-1": "Z35SXDOTRQ7X7K",
  "us-east-2": "Z3AADJGX6KTTL2",
  "us-west-1": "Z368ELLRRE2KJ0",
  "us-west-2": "Z1H1FL5HABSF5",
  "ca-central-1": "ZQSVJUPU6J1EY",
  "eu-central-1": "Z215JYRZR1TBD5",
  "eu-west-1": "Z32O12XQLNTSW2",
};

const KINDS: Readonly<Record<string, string>> = { application: "app", network: "net", gateway: "gwy" };

const suffix = (balancer: Resource) =>
  `${KINDS[balancer.input("loadBalancerType") ?? "application"] ?? "app"}/${balancer.name}/${balancer.random("hex", 16, "lb")}`;

/** The part of an ARN that metrics and quotas use. */
const afterColon = (arn: unknown) => String(arn).split(":").slice(5).join(":");

/** Listeners are named under their load balancer, rules under their listener. */
const below = (parent: string, from: string, to: string) => (resource: Resource) => {
  const arn = resource.input(parent);
  return arn?.replace(`:${from}/`, `:${to}/`).concat("/", resource.random("hex", 16, "below"));
};

export const MADE = made({
  "lb/loadBalancer:LoadBalancer": {
    price: "priced",
    seconds: [120, 150, 240],
    outputs: {
      id: "{=arn}",
      arn: (balancer) => balancer.fill(`{arn:elasticloadbalancing}loadbalancer/${suffix(balancer)}`),
      arnSuffix: suffix,
      dnsName: (balancer) =>
        balancer.fill(
          `${balancer.value("internal") === true ? "internal-" : ""}{name}-{digits10:dns}.{region}.elb.{domain}`,
        ),
      zoneId: (balancer) => ALB_ZONES[balancer.region] ?? "Z35SXDOTRQ7X7K",
      internal: false,
      ipAddressType: "ipv4",
      loadBalancerType: "application",
      vpcId: "vpc-{hex17}",
    },
    replacedBy: "internal loadBalancerType name namePrefix customerOwnedIpv4Pool",
    named: { max: 32, pattern: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/ },
    protectedBy: {
      property: "enableDeletionProtection",
      value: true,
      answer: (name) =>
        `deleting ELBv2 Load Balancer (${name}): operation error Elastic Load Balancing v2: DeleteLoadBalancer, ` +
        `StatusCode: 400, OperationNotPermitted: Load balancer '${name}' cannot be deleted because deletion protection is enabled`,
    },
    drawn: "box",
    alarms: "service",
  },
  "lb/targetGroup:TargetGroup": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{arn:elasticloadbalancing}targetgroup/{name}/{hex16:group}",
      arnSuffix: (group) => afterColon(group.output("arn")),
      loadBalancerArns: [],
      ipAddressType: "ipv4",
      loadBalancingAlgorithmType: "round_robin",
      loadBalancingAnomalyMitigation: "off",
      loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
      protocolVersion: "HTTP1",
    },
    replacedBy: "name namePrefix port protocol protocolVersion targetType vpcId ipAddressType",
    named: { max: 32, pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/ },
    partOf: "lb/loadBalancer:LoadBalancer",
  },
  "lb/listener:Listener": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: below("loadBalancerArn", "loadbalancer", "listener"),
      protocol: "HTTP",
      sslPolicy: "",
    },
    replacedBy: "loadBalancerArn",
    partOf: "lb/loadBalancer:LoadBalancer",
  },
  "lb/listenerRule:ListenerRule": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: below("listenerArn", "listener", "listener-rule"),
      priority: 1,
    },
    replacedBy: "listenerArn",
    partOf: "lb/listener:Listener",
  },
});

export const OTHERS = others({
  "lb/listenerCertificate:ListenerCertificate": {
    outputs: { id: "{.listenerArn}_{.certificateArn}" },
    replacedBy: "*",
  },
  "lb/targetGroupAttachment:TargetGroupAttachment": {
    outputs: { id: "{.targetGroupArn}-{digits26}" },
    replacedBy: "*",
  },
  "lb/trustStore:TrustStore": {
    outputs: {
      id: "{=arn}",
      arn: "{arn:elasticloadbalancing}truststore/{name}/{hex16:store}",
      arnSuffix: (store) => afterColon(store.output("arn")),
    },
  },
});
