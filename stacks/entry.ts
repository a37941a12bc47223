import type * as pulumi from "@pulumi/pulumi";
import { LoadBalancer } from "../components/compute/loadBalancer";
import { AliasRecord } from "../components/edge/aliasRecord";
import { RestApi } from "../components/edge/restApi";
import { RestApiLink } from "../components/edge/restApiLink";
import { withoutStage } from "../components/edge/withoutStage";
import type { UserPool } from "../components/identity/userPool";
import type { Network } from "../components/network/network";
import { Certificate } from "../components/security/certificate";
import type { Firewall } from "../components/security/firewall";
import type { Context } from "./context";
import { createFirewall } from "./firewalls";
import type { Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";
import type { Storage } from "./storage";

export interface EntryParts {
  readonly keys: Keys;
  readonly deliveries: LogDeliveries;
  readonly network: Network;
  readonly storage: Storage;
  readonly users: UserPool;
}

/** How requests reach the API's tasks: the load balancer, and what it has to do to their paths. */
export interface Entry {
  readonly loadBalancer: LoadBalancer;
  readonly transforms: ReturnType<typeof withoutStage>[];
  readonly certificateArn: pulumi.Output<string>;
  readonly firewall: Firewall;
  readonly restApi: RestApi | undefined;
}

/** The API's public name with TLS and a firewall: a public load balancer, or API Gateway with a private one behind it. */
export function createEntry(context: Context, parts: EntryParts, profile: Profile, apiHost: string): Entry {
  const { deletionProtection, opts } = context;
  const { network, storage } = parts;
  const { hostedZoneId } = profile.domain;
  const certificate = new Certificate("api-cert", { domainName: apiHost, hostedZoneId }, opts);
  const common = {
    certificateArn: certificate.arn,
    accessLogBucket: storage.accessLogs.name,
    accessLogPrefix: "entry",
    deletionProtection,
  };
  if (profile.service.entry === "rest-api")
    return createRestApi(context, parts, profile, { apiHost, certificate, common });

  const placement = { vpcId: network.vpcId, subnetIds: network.publicSubnetIds };
  const loadBalancer = new LoadBalancer("entry", { exposure: "public", placement, ...common }, opts);
  const { dnsName, zoneId } = loadBalancer;
  const record = { name: apiHost, hostedZoneId, target: { dnsName, zoneId }, ipv6: false, followHealth: true };
  new AliasRecord("api-name", record, opts);
  const firewall = createFirewall(context, parts, profile, apiTraffic(profile), { entry: loadBalancer.arn });
  return { loadBalancer, transforms: [], certificateArn: certificate.arn, firewall, restApi: undefined };
}

interface RestApiParts {
  readonly apiHost: string;
  readonly certificate: Certificate;
  readonly common: Pick<
    ConstructorParameters<typeof LoadBalancer>[1],
    "certificateArn" | "accessLogBucket" | "accessLogPrefix" | "deletionProtection"
  >;
}

function createRestApi(
  context: Context,
  parts: EntryParts,
  profile: Profile,
  { apiHost, certificate, common }: RestApiParts,
): Entry {
  const { stageName, deletionProtection, opts } = context;
  const { domain, logs } = profile;
  const { keys, network, users } = parts;
  const placement = { vpcId: network.vpcId, subnetIds: network.privateSubnetIds };
  const link = new RestApiLink("api-link", { placement }, opts);
  const allowFrom = { link: link.securityGroupId };
  const loadBalancer = new LoadBalancer("entry", { exposure: "internal", allowFrom, placement, ...common }, opts);
  const api = new RestApi(
    "rest-api",
    {
      stageName,
      domain: { name: apiHost, certificateArn: certificate.arn, hostedZoneId: domain.hostedZoneId },
      userPoolArn: users.userPoolArn,
      link,
      // The same name inside: the certificate is valid for it, and the listener's rule matches it.
      backend: { loadBalancerArn: loadBalancer.arn, securityGroupId: loadBalancer.securityGroupId, host: apiHost },
      openPaths: profile.service.webhookPaths.map((path) => path.replaceAll("/", "")),
      corsOrigins: domain.browserOrigins,
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: logs.retentionDays,
      deletionProtection,
    },
    opts,
  );
  const firewall = createFirewall(context, parts, profile, apiTraffic(profile), { stage: api.stageArn });
  const transforms = [withoutStage(stageName)];
  return { loadBalancer, transforms, certificateArn: certificate.arn, firewall, restApi: api };
}

function apiTraffic({ service: { webhookPaths } }: Profile) {
  return { purpose: "api" as const, ...(webhookPaths.length === 0 ? {} : { webhookPaths }) };
}
