import type * as pulumi from "@pulumi/pulumi";
import { VideoCdn } from "../components/edge/videoCdn";
import { Certificate } from "../components/security/certificate";
import type { Firewall } from "../components/security/firewall";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import type { Context } from "./context";
import { createFirewall } from "./firewalls";
import type { Keys } from "./keys";
import { type LogDeliveries, vendedLogs } from "./logDelivery";
import type { Profile } from "./profile";

export interface Recordings {
  readonly cdn: VideoCdn;
  readonly host: string;
  readonly certificateArn: pulumi.Output<string>;
  readonly firewall: Firewall;
}

/** How recordings reach browsers: a distribution with a name and a certificate, signed links and a firewall. */
export function createRecordings(
  context: Context,
  logged: { readonly keys: Keys; readonly deliveries: LogDeliveries },
  profile: Profile,
  bucketRegionalDomainName: pulumi.Input<string>,
): Recordings {
  const { deletionProtection, opts } = context;
  const { domain, logs } = profile;
  const host = `video.${domain.name}`;
  const { hostedZoneId } = domain;
  const certificate = new Certificate("video-cert", { domainName: host, hostedZoneId, region: EDGE_REGION }, opts);
  const firewall = createFirewall(context, logged, profile, { purpose: "recordings" }, {});
  const [key, ...moreKeys] = profile.cdn.signingKeys;
  const cdn = new VideoCdn(
    "video",
    {
      bucketRegionalDomainName,
      signingKeys: [signingKey(key), ...moreKeys.map(signingKey)],
      domain: { name: host, certificateArn: certificate.arn, hostedZoneId },
      allowedCountries: profile.cdn.countries,
      corsOrigins: domain.browserOrigins,
      webAclArn: firewall.arn,
      logGroupName: vendedLogs(context, "recordings"),
      logDeliveryPolicy: logged.deliveries.edge,
      logKmsKeyArn: logged.keys.edgeLogs.arn,
      logRetentionDays: logs.auditRetentionDays,
      deletionProtection,
      waitForDeployment: deletionProtection,
    },
    opts,
  );
  return { cdn, host, certificateArn: certificate.arn, firewall };
}

const signingKey = ({ name, publicKey }: Profile["cdn"]["signingKeys"][number]) => ({ name, pem: publicKey });
