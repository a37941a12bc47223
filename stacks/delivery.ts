import * as pulumi from "@pulumi/pulumi";
import { DeliveryPipeline } from "../components/delivery/deliveryPipeline";
import type { Source } from "../components/delivery/source";
import { SourceConnection } from "../components/delivery/sourceConnection";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import { createKey, type Keys } from "./keys";
import type { Profile } from "./profile";
import type { Service } from "./service";
import type { Storage } from "./storage";

export interface DeliveryParts {
  readonly keys: Keys;
  readonly storage: Storage;
  readonly service: Service;
  readonly alerts: Alerts;
}

/** The pipeline that builds, tests, scans and releases the application, where the settings name its repository. */
export function createDelivery(
  context: Context,
  { keys, storage, service, alerts }: DeliveryParts,
  { delivery, logs }: Profile,
) {
  if (delivery === undefined) return undefined;
  const { location, prefix, deletionProtection, opts } = context;
  const sources = [delivery.application, delivery.infrastructure];
  const link = sources.some(({ provider }) => provider === "github")
    ? new SourceConnection("source", { connectionName: prefix }, opts)
    : undefined;
  const connected = (source: (typeof sources)[number]): Source =>
    source.provider === "github" ? { ...source, connectionArn: link?.arn ?? "" } : source;
  const pipeline = new DeliveryPipeline(
    "delivery",
    {
      prefix,
      location,
      kmsKeyArn: createKey(context, "ci", "Build artifacts", []).arn,
      artifactBucketName: `${prefix}-artifacts-${location.accountId}`,
      accessLogBucket: storage.accessLogs.name,
      application: connected(delivery.application),
      infrastructure: connected(delivery.infrastructure),
      recipe: {},
      images: service.repository,
      release: {
        stack: pulumi.getStack(),
        backendUrl: delivery.backendUrl,
        deployRoleArn: `arn:aws:iam::${location.accountId}:role/deploy-${prefix}`,
      },
      approval: delivery.approval ? { topicArn: alerts.topic.arn, topicKmsKeyArn: alerts.kmsKeyArn } : "none",
      notificationsTopicArn: alerts.topic.arn,
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: logs.retentionDays,
      deletionProtection,
    },
    opts,
  );
  return { pipeline, connectionStatus: link?.status };
}
