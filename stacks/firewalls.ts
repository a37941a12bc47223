import type * as pulumi from "@pulumi/pulumi";
import { Firewall } from "../components/security/firewall";
import type { Traffic } from "../components/security/firewallRules";
import type { Context } from "./context";
import type { Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";

/** A firewall for one kind of traffic. Those of CloudFront and Amplify live in us-east-1, and so must the key of their logs. */
export function createFirewall(
  { prefix, location, deletionProtection, opts }: Context,
  { keys, deliveries }: { readonly keys: Keys; readonly deliveries: LogDeliveries },
  profile: Profile,
  traffic: Traffic,
  protects: Readonly<Record<string, pulumi.Input<string>>>,
): Firewall {
  const { purpose } = traffic;
  const isGlobal = purpose === "web" || purpose === "recordings";
  return new Firewall(
    `${purpose}-firewall`,
    {
      traffic,
      protects,
      metricName: `${prefix}-${purpose}`,
      location,
      logDeliveryPolicy: isGlobal ? deliveries.edge : deliveries.home,
      logKmsKeyArn: isGlobal ? keys.edgeLogs.arn : keys.logs.arn,
      logRetentionDays: profile.logs.auditRetentionDays,
      deletionProtection,
    },
    opts,
  );
}
