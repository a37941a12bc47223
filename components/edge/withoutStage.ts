import type * as aws from "@pulumi/aws";

/**
 * For the listener rule of an API's backend: takes the stage off the path. AWS says that a private integration puts it
 * in front ("Private integrations for REST APIs", API Gateway Developer Guide); where it does not, this changes nothing.
 * Not a mapping template in the integration, as that page proposes: it would have to copy every body through Velocity.
 */
export function withoutStage(stageName: string): aws.types.input.lb.ListenerRuleTransform {
  return {
    type: "url-rewrite",
    urlRewriteConfig: { rewrite: { regex: `^/${stageName}/(.*)$`, replace: "/$1" } },
  };
}
