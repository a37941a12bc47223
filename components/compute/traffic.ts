import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { trustService } from "../shared/policyDocument";
import { CONTAINER } from "./containerDefinition";

/**
 * How a new version takes over. "blue-green": it starts beside the old one, gets all requests at once, and the old one
 * waits for `bakeMinutes` so that going back is immediate. "rolling": task by task, both versions answer meanwhile.
 * CodeDeploy is not offered: it would own the task definition, the listener rule and the network settings.
 */
export type Deployment =
  { readonly strategy: "blue-green"; readonly bakeMinutes: number } | { readonly strategy: "rolling" };

export interface TrafficArgs {
  readonly deployment: Deployment;
  readonly vpcId: pulumi.Input<string>;
  readonly listenerArn: pulumi.Input<string>;
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly port: number;
  readonly healthPath: string;
  readonly drainSeconds: number;
  /** Part that an API Gateway in front may put before the path, to be taken off again. */
  readonly transforms: readonly aws.types.input.lb.ListenerRuleTransform[];
}

export interface Traffic {
  /** What CloudWatch calls the dimension TargetGroup: one, or blue and green. */
  readonly targetGroupSuffixes: readonly [pulumi.Output<string>, ...pulumi.Output<string>[]];
  readonly loadBalancers: NonNullable<aws.ecs.ServiceArgs["loadBalancers"]>;
  /** AWS refuses a service whose target group has no listener, and one whose role may not move the traffic. */
  readonly ready: readonly pulumi.Resource[];
}

/** Target groups and the listener rule that leads to them. */
export function traffic(component: pulumi.Resource, name: string, args: TrafficArgs): Traffic {
  const blue = targetGroup(component, `${name}-blue`, args);
  const green = targetGroup(component, `${name}-green`, args);
  const rule = listenerRule(component, name, args, [blue, green]);
  const place = { targetGroupArn: blue.arn, containerName: CONTAINER, containerPort: args.port };
  if (args.deployment.strategy === "rolling")
    return { targetGroupSuffixes: [blue.arnSuffix], loadBalancers: [place], ready: [rule] };
  const mover = trafficMover(component, name);
  const advancedConfiguration = {
    alternateTargetGroupArn: green.arn,
    productionListenerRule: rule.arn,
    roleArn: mover.arn,
  };
  return {
    targetGroupSuffixes: [blue.arnSuffix, green.arnSuffix],
    loadBalancers: [{ ...place, advancedConfiguration }],
    ready: [rule, mover.permission],
  };
}

function targetGroup(component: pulumi.Resource, name: string, args: TrafficArgs): aws.lb.TargetGroup {
  return new aws.lb.TargetGroup(
    name,
    {
      vpcId: args.vpcId,
      targetType: "ip",
      port: args.port,
      protocol: "HTTPS",
      deregistrationDelay: args.drainSeconds,
      healthCheck: {
        protocol: "HTTPS",
        path: args.healthPath,
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
    },
    { parent: component },
  );
}

function listenerRule(
  component: pulumi.Resource,
  name: string,
  { listenerArn, priority, hosts, paths, transforms }: TrafficArgs,
  groups: readonly aws.lb.TargetGroup[],
): aws.lb.ListenerRule {
  // Green is in the rule from the start, with no weight and in rolling deployments too: ECS refuses a target group that no
  // rule leads to, and the rule cannot be changed later.
  const targetGroups = groups.map(({ arn }, index) => ({ arn, weight: index === 0 ? 100 : 0 }));
  const conditions = [
    ...(hosts.length === 0 ? [] : [{ hostHeader: { values: [...hosts] } }]),
    ...(paths.length === 0 ? [] : [{ pathPattern: { values: [...paths] } }]),
  ];
  return new aws.lb.ListenerRule(
    `${name}-rule`,
    {
      listenerArn,
      priority,
      conditions,
      actions: [{ type: "forward", forward: { targetGroups } }],
      ...(transforms.length === 0 ? {} : { transforms: [...transforms] }),
    },
    // ECS moves the weights at each blue/green deployment; writing ours again would send patients to empty tasks.
    { parent: component, ignoreChanges: ["actions"] },
  );
}

/** The role with which ECS moves traffic between the target groups. */
function trafficMover(component: pulumi.Resource, name: string) {
  // No account condition: AWS documents none for this role, and passing it needs iam:PassRole in our account anyway.
  const { id, arn } = new aws.iam.Role(
    `${name}-mover`,
    { assumeRolePolicy: trustService("ecs.amazonaws.com") },
    { parent: component },
  );
  const permission = new aws.iam.RolePolicyAttachment(
    `${name}-mover-may`,
    { role: id, policyArn: "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers" },
    { parent: component },
  );
  return { arn, permission };
}
