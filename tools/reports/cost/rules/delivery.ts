import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, textAt } from "../fields";
import type { PriceName } from "../prices/prices";
import type { Item } from "../line";
import { type Context, type Rules } from "../rule";

const service = "Delivery";
const purpose = "a pipeline that builds, scans and releases";
/** Action minutes that an account has in a month: "AWS CodePipeline pricing", 2026-11. */
const FREE_MINUTES = 100;
const MACHINES: Readonly<Record<string, PriceName>> = {
  "ARM_CONTAINER SMALL": "build.arm.small",
  "ARM_CONTAINER MEDIUM": "build.arm.medium",
  "ARM_CONTAINER LARGE": "build.arm.large",
  "LINUX_CONTAINER SMALL": "build.x86.small",
  "LINUX_CONTAINER MEDIUM": "build.x86.medium",
  "LINUX_CONTAINER LARGE": "build.x86.large",
};

export const DELIVERY_RULES = {
  "codepipeline/pipeline:Pipeline": pipeline,
  "codebuild/project:Project": project,
} satisfies Rules;

function pipeline(resource: SnapshotResource, { usage, freeTier }: Context): readonly Item[] {
  // Provider and AWS alike make a V1 if nothing is named.
  if (textAt(resource, "pipelineType") !== "V2")
    return [{ service, what: "pipeline, type V1", quantity: 1, price: "pipeline.v1", purpose }];
  // Manual approval waits for free.
  const actions = listAt(resource, "stages")
    .flatMap((stage) => listAt(stage, "actions"))
    .filter((action) => action["category"] !== "Approval");
  const minutes = actions.length * usage.deployments * usage.buildMinutes;
  return [
    {
      service,
      what: "minutes of pipeline actions",
      quantity: Math.max(0, minutes - (freeTier ? FREE_MINUTES : 0)),
      price: "pipeline.minutes",
      purpose,
    },
  ];
}

function project(resource: SnapshotResource, context: Context): readonly Item[] | undefined {
  const size = textAt(resource, "environment.computeType").replace("BUILD_GENERAL1_", "");
  const price = MACHINES[`${textAt(resource, "environment.type")} ${size}`];
  if (price === undefined) return undefined;
  const { deployments, buildMinutes } = context.usage;
  return [{ service, what: "build minutes", quantity: deployments * buildMinutes, price, purpose }];
}
