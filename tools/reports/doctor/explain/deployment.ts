import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, link, unknown, warning } from "../finding";
import { allows } from "../graph/policy";
import { isTrue, output, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { apiOf, policiesOf } from "../graph/service";
import { endpointsOf, mayReceive, maySend, withoutWayOut } from "../graph/traffic";
import { explanation, upAgain } from "./explanation";

/** What the image is built for and what the container serves (docs/real-aws.md). */
const ARCHITECTURE = "ARM64";
const HEALTH_PATH = "/health";

function sceneOf(snapshot: Snapshot) {
  const api = apiOf(snapshot);
  const group = textAt(api.service, "loadBalancers.0.targetGroupArn");
  const executionPolicies = policiesOf(snapshot, textAt(api.task, "executionRoleArn"));
  const target = where(snapshot, "aws:lb/targetGroup:TargetGroup", "arn", group);
  const repository = ofType(snapshot, "aws:ecr/repository:Repository")[0];
  const balancer = ofType(snapshot, "aws:lb/loadBalancer:LoadBalancer")[0];
  return { snapshot, again: upAgain(snapshot), api, target, executionPolicies, repository, balancer };
}
type Scene = ReturnType<typeof sceneOf>;

const links: readonly Check<Scene>[] = [
  {
    id: "task",
    title: "the service and what it runs",
    run: ({ api, again }) =>
      link(
        api.task !== undefined,
        textAt(api.task, "arn") ?? "",
        "The service runs no task definition of this stack.",
        again,
      ),
  },
  {
    id: "circuit-breaker",
    title: "a failed deployment goes back by itself",
    run: ({ api, again }) =>
      link(
        isTrue(api.service, "deploymentCircuitBreaker.enable") &&
          isTrue(api.service, "deploymentCircuitBreaker.rollback"),
        'Then the service runs the old version, and "rolled back" stands in its events.',
        "The circuit breaker is off: tasks start and fail for hours.",
        again,
      ),
  },
  {
    id: "architecture",
    title: "the processor that the image is for",
    run: ({ api, again }) => {
      const architecture = textAt(api.task, "runtimePlatform.cpuArchitecture");
      return link(
        architecture === ARCHITECTURE,
        `${ARCHITECTURE}. An image for another ends with "exec format error": docker buildx build --platform linux/arm64.`,
        `The task runs on ${architecture ?? "no processor that is named"}, and images are built for ${ARCHITECTURE}.`,
        again,
      );
    },
  },
  {
    id: "image",
    title: "an image of yours is deployed",
    run: ({ snapshot, api, repository }) =>
      api.image?.startsWith(textAt(repository, "repositoryUrl") ?? "none") === true
        ? unknown(
            `${api.image}. Whether this tag is in the repository, no state knows.`,
            `aws ecr describe-images --repository-name ${textAt(repository, "name") ?? ""} --image-ids imageTag=${api.image.split(":").at(-1) ?? ""}`,
          )
        : warning(
            `The stand-in ${api.image ?? ""} runs; it only answers ${HEALTH_PATH}.`,
            `Push an image and set telehealth:service.imageTag in Pulumi.${snapshot.stack}.yaml (docs/real-aws.md)`,
          ),
  },
  {
    id: "pull",
    title: "the task may pull the image",
    run: ({ executionPolicies, repository, again }) =>
      link(
        allows(executionPolicies, "ecr:BatchGetImage", textAt(repository, "arn") ?? ""),
        textAt(repository, "name") ?? "",
        `The role that starts tasks has no ecr:BatchGetImage on ${textAt(repository, "arn") ?? "the repository"}.`,
        again,
      ),
  },
  {
    id: "way-out",
    title: "the task's subnets reach the registry",
    run: ({ snapshot, api, again }) => {
      const cut = withoutWayOut(snapshot, api.subnets);
      const endpoints = endpointsOf(snapshot);
      const hasEndpoints = ["ecr.api", "ecr.dkr", "logs", "s3"].every((each) => endpoints.includes(each));
      const isStandIn = api.image?.startsWith("public.ecr.aws/") === true;
      const isOpen = api.subnets.length > 0 && (cut.length === 0 || (hasEndpoints && !isStandIn));
      return link(
        isOpen,
        cut.length === 0 ? "Through a NAT gateway." : "Through interface endpoints.",
        `Nothing leaves ${cut.join(", ") || "the task's subnets"}: "CannotPullContainerError".`,
        again,
      );
    },
  },
  {
    id: "secrets",
    title: "the secrets that a task starts with",
    run: ({ snapshot, api, executionPolicies, again }) => {
      const known = ofType(snapshot, "aws:secretsmanager/secret:Secret").flatMap((each) => textAt(each, "arn") ?? []);
      const lost = [...api.secrets].filter(([, from]) => {
        // An ARN has seven parts; the key, stage and version of the secret follow.
        const arn = from.split(":").slice(0, 7).join(":");
        return !known.includes(arn) || !allows(executionPolicies, "secretsmanager:GetSecretValue", arn);
      });
      const names = lost.map(([name]) => name).join(", ");
      return link(
        lost.length === 0,
        api.secrets.size === 0 ? "None." : `${api.secrets.size}, all readable.`,
        `${names}: not in the stack, or the role that starts tasks may not read it ("ResourceInitializationError").`,
        again,
      );
    },
  },
  {
    id: "logs",
    title: "the log group",
    run: ({ snapshot, api, again }) =>
      link(
        where(snapshot, "aws:cloudwatch/logGroup:LogGroup", "name", api.logGroup) !== undefined,
        api.logGroup ?? "",
        `The task writes to ${api.logGroup ?? "no log group"}, which is not in the stack.`,
        again,
      ),
  },
  {
    id: "port",
    title: "one port for the container, the service and the target group",
    run: ({ api, target, again }) => {
      const ports = [api.port, textAt(api.service, "loadBalancers.0.containerPort"), textAt(target, "port")];
      return link(
        api.port !== undefined && new Set(ports).size === 1,
        `${api.port ?? ""}.`,
        `They are ${ports.map((each) => each ?? "missing").join(", ")}.`,
        again,
      );
    },
  },
  {
    id: "tls",
    title: "the load balancer speaks TLS to the container",
    run: ({ target, again }) =>
      link(
        textAt(target, "protocol") === "HTTPS" && textAt(target, "healthCheck.protocol") === "HTTPS",
        "HTTPS; a container that serves plain HTTP never becomes healthy. A self-signed certificate is enough.",
        "The target group does not use HTTPS.",
        again,
      ),
  },
  {
    id: "health-path",
    title: "the path of the health check",
    run: ({ target, again }) => {
      const path = textAt(target, "healthCheck.path");
      return link(
        path === HEALTH_PATH,
        `GET ${HEALTH_PATH} has to answer ${textAt(target, "healthCheck.matcher") ?? "200"} without a token.`,
        `It is ${path ?? "missing"}, not ${HEALTH_PATH}.`,
        again,
      );
    },
  },
  {
    id: "balancer-out",
    title: "the load balancer may reach the task",
    run: ({ snapshot, api, balancer, again }) =>
      link(
        maySend(snapshot, textsAt(balancer, "securityGroups"), api.securityGroups, Number(api.port)),
        `Port ${api.port ?? ""} is open outwards.`,
        `No rule lets the load balancer out on port ${api.port ?? ""}.`,
        again,
      ),
  },
  {
    id: "balancer-in",
    title: "the task lets the load balancer in",
    run: ({ snapshot, api, balancer, again }) =>
      link(
        mayReceive(snapshot, textsAt(balancer, "securityGroups"), api.securityGroups, Number(api.port)),
        `Port ${api.port ?? ""} is open to it.`,
        `No rule lets the load balancer in on port ${api.port ?? ""}.`,
        again,
      ),
  },
];

export const deployment = explanation({
  name: "deployment",
  title: "A deployment of the API fails or goes back",
  scene: sceneOf,
  links,
  commands: ({ snapshot, api, target }) => {
    const cluster = output(snapshot, "clusterName") ?? "";
    const service = output(snapshot, "serviceName") ?? "";
    return [
      `aws ecs describe-services --cluster ${cluster} --services ${service} --query 'services[0].events[:10].message'`,
      `aws ecs list-tasks --cluster ${cluster} --service-name ${service} --desired-status STOPPED`,
      `aws elbv2 describe-target-health --target-group-arn ${textAt(target, "arn") ?? ""} --query 'TargetHealthDescriptions[].TargetHealth'`,
      `aws logs tail ${api.logGroup ?? ""} --since 30m`,
    ];
  },
});
