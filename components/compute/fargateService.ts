import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Placement } from "../shared/placement";
import { autoscaling, type Scaling } from "./autoscaling";
import { fargateTask } from "./fargateTask";
import { pythonHealthCommand } from "./healthCommand";
import { type RollbackAlarmArgs, rollbackAlarm } from "./rollbackAlarm";
import { refuseLongName } from "./shortName";
import { type Egress, taskNetwork } from "./taskNetwork";
import type { TaskSpec } from "./taskSpec";
import { type Deployment, traffic } from "./traffic";

export interface FargateServiceArgs extends TaskSpec {
  readonly cluster: { readonly arn: pulumi.Input<string>; readonly name: pulumi.Input<string> };
  /** Private subnets: a task never has a public address. */
  readonly placement: Placement;
  /** Outputs of LoadBalancer. */
  readonly loadBalancer: {
    readonly arnSuffix: pulumi.Input<string>;
    readonly securityGroupId: pulumi.Input<string>;
    readonly httpsListenerArn: pulumi.Input<string>;
  };
  /** Which requests come here. ALB takes five hosts and paths together; priorities are unique per listener. */
  readonly route: {
    /** 1 to 50000; the lowest that matches wins. */
    readonly priority: number;
    /** @default any host */
    readonly hosts?: readonly string[];
    /** @default any path, written "/*" when there is no host either */
    readonly paths?: readonly string[];
    /** Changes to the path on its way, such as taking an API Gateway's stage off. @default none */
    readonly transforms?: readonly aws.types.input.lb.ListenerRuleTransform[];
  };
  /**
   * Port on which the container speaks TLS. Plain HTTP is not offered: network traffic with PHI is to be encrypted
   * from end to end, the load balancer's back end included (AWS, "Architecting for HIPAA Security and Compliance",
   * Elastic Load Balancing; 45 CFR 164.312(e)(2)(ii)). A self-signed certificate made at start is enough, since ALB
   * does not verify it. To change the port of a running service, deploy it "rolling" first: with blue/green the rule
   * belongs to ECS and would keep the old target groups. @default 8443
   */
  readonly containerPort?: number;
  /** Returns 200, without a login, when the task is ready. @default "/health" */
  readonly healthPath?: string;
  /** Runs in the container every 15 s. @default asks `healthPath` with Python, which a FastAPI image has */
  readonly healthCommand?: readonly string[];
  /** Seconds from start to the first answer, at least the slowest boot seen. @default 60 */
  readonly graceSeconds?: number;
  /** Seconds a task that leaves may finish its requests. @default 60, the load balancer's idle timeout */
  readonly drainSeconds?: number;
  /** @default blue-green with 10 minutes: long enough for two alarm periods and a human check */
  readonly deployment?: Deployment;
  readonly scaling: Scaling;
  /** Role -> what the tasks may connect to besides HTTPS. The database's own access component adds its port itself. */
  readonly egressTo?: Readonly<Record<string, Egress>>;
}

/** A container behind the load balancer: reachable from there only, replaced when unhealthy, sized by load. */
export class FargateService extends pulumi.ComponentResource {
  public readonly serviceName: pulumi.Output<string>;
  /** For the database's ingress rule. */
  public readonly securityGroupId: pulumi.Output<string>;
  public readonly taskDefinitionArn: pulumi.Output<string>;
  public readonly taskRoleArn: pulumi.Output<string>;
  /** With the task role, what a pipeline must be allowed to pass. */
  public readonly executionRoleArn: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;
  /** What CloudWatch calls the dimension TargetGroup: one, or blue and green; requests are in either. */
  public readonly targetGroupSuffixes: readonly pulumi.Output<string>[];

  constructor(name: string, args: FargateServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:FargateService", name, args, opts);
    const { cluster, placement, loadBalancer, scaling, containerPort: port = 8443, healthPath = "/health" } = args;
    const { graceSeconds = 60, drainSeconds = 60, deployment = { strategy: "blue-green", bakeMinutes: 10 } } = args;
    const { healthCommand = pythonHealthCommand(port, healthPath) } = args;
    refuse(this, name, args, port, deployment);

    const task = fargateTask(this, name, args, { port, healthCommand, graceSeconds });
    const network = taskNetwork(this, name, placement.vpcId, args.egressTo);
    const path = pathFromLoadBalancer(this, name, loadBalancer.securityGroupId, network.securityGroupId, port);
    const { targetGroupSuffixes, loadBalancers, ready } = traffic(this, name, {
      deployment,
      vpcId: placement.vpcId,
      listenerArn: loadBalancer.httpsListenerArn,
      ...routeOf(args),
      port,
      healthPath,
      drainSeconds,
    });
    const metrics = { loadBalancerSuffix: loadBalancer.arnSuffix, targetGroupSuffixes };
    const service = new aws.ecs.Service(
      `${name}-service`,
      {
        cluster: cluster.arn,
        launchType: "FARGATE",
        taskDefinition: task.definitionArn,
        desiredCount: scaling.min,
        networkConfiguration: {
          subnets: placement.subnetIds,
          securityGroups: [network.securityGroupId],
          assignPublicIp: false,
        },
        loadBalancers,
        healthCheckGracePeriodSeconds: graceSeconds,
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        ...strategy(this, name, deployment, metrics),
        enableExecuteCommand: args.shell !== "off",
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        // The first `up` runs before there is an image worth waiting for, and a bake would hold every later one.
        waitForSteadyState: false,
      },
      {
        parent: this,
        ignoreChanges: ["desiredCount"],
        dependsOn: [...ready, ...task.permissions, ...network.rules, ...path],
      },
    );
    autoscaling(this, name, { scaling, clusterName: cluster.name, serviceName: service.name, ...metrics });

    this.serviceName = service.name;
    this.securityGroupId = network.securityGroupId;
    this.taskDefinitionArn = task.definitionArn;
    this.taskRoleArn = task.taskRoleArn;
    this.executionRoleArn = task.executionRoleArn;
    this.logGroupName = task.logGroupName;
    this.targetGroupSuffixes = targetGroupSuffixes;
    this.registerOutputs({ serviceName: this.serviceName, taskDefinitionArn: this.taskDefinitionArn });
  }
}

/** Everything AWS would refuse in the middle of a deployment. */
function refuse(
  component: pulumi.Resource,
  name: string,
  args: FargateServiceArgs,
  port: number,
  deployment: Deployment,
): void {
  refuseLongName(component, name, `${name}-green`);
  const { min, max } = args.scaling;
  if (min < 1)
    invalid(component, "scaling.min", `${min} leaves no task to answer requests`, "Use 1 or more, 2 in production");
  if (max < min) invalid(component, "scaling.max", `${max} is below min`, `Use ${min} or more`);
  if (port < 1024 || port > 65535)
    invalid(
      component,
      "containerPort",
      `${port} cannot be opened by an ordinary user`,
      "Use 1024 to 65535; 8443 is a good choice",
    );
  const { priority } = args.route;
  if (priority < 1 || priority > 50000)
    invalid(component, "route.priority", `${priority} is out of range`, "Use 1 to 50000");
  const { hosts, paths } = routeOf(args);
  if (hosts.length + paths.length > 5)
    invalid(
      component,
      "route",
      "a listener rule takes at most five hosts and paths together",
      "Use a wildcard or a second service",
    );
  if (deployment.strategy === "blue-green" && (deployment.bakeMinutes < 0 || deployment.bakeMinutes > 1440))
    invalid(component, "deployment.bakeMinutes", `${deployment.bakeMinutes} is out of range`, "Use 0 to 1440");
}

/** A rule needs one condition at least. */
function routeOf({ route: { priority, hosts = [], paths = [], transforms = [] } }: FargateServiceArgs) {
  return { priority, hosts, paths: hosts.length + paths.length === 0 ? ["/*"] : paths, transforms };
}

/** The only way in: from the load balancer's group to the tasks' group, a rule at each end. */
function pathFromLoadBalancer(
  component: pulumi.Resource,
  name: string,
  loadBalancerGroup: pulumi.Input<string>,
  taskGroup: pulumi.Input<string>,
  port: number,
): pulumi.Resource[] {
  const mine = { parent: component };
  const span = { ipProtocol: "tcp", fromPort: port, toPort: port };
  return [
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-from-lb`,
      { ...span, securityGroupId: taskGroup, referencedSecurityGroupId: loadBalancerGroup, description: "lb" },
      mine,
    ),
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-lb-out`,
      { ...span, securityGroupId: loadBalancerGroup, referencedSecurityGroupId: taskGroup, description: name },
      mine,
    ),
  ];
}

/** How ECS replaces the tasks; with blue/green an alarm is what makes the bake time worth waiting. */
function strategy(
  component: pulumi.Resource,
  name: string,
  deployment: Deployment,
  metrics: RollbackAlarmArgs,
): Pick<aws.ecs.ServiceArgs, "deploymentConfiguration" | "alarms"> {
  if (deployment.strategy === "rolling") return { deploymentConfiguration: { strategy: "ROLLING" } };
  const alarm = rollbackAlarm(component, name, metrics);
  return {
    deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: String(deployment.bakeMinutes) },
    alarms: { enable: true, rollback: true, alarmNames: [alarm.name] },
  };
}
