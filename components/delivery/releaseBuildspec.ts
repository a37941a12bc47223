import { type Buildspec } from "./buildspec";

/** Node.js runs Pulumi's program; the repository's package-lock.json pins all it needs, the Pulumi CLI included. */
const NODE = "22";
/** Seconds between two looks at something that ECS is doing. */
const PAUSE = 15;
/** Looks at a migration before giving up: 50 minutes, within the hour that a session of the role lasts. */
const MIGRATION_LOOKS = 200;
/** Looks at a deployment: 45 minutes, for starting, health checks and the bake time of blue/green. */
const DEPLOYMENT_LOOKS = 180;

/**
 * Both take the infrastructure's own repository and apply it with the policy pack; nothing else ever writes a task
 * definition. They differ in which of the two tags is moved to the new image, and in what they wait for.
 * Variables: STACK, PULUMI_BACKEND_URL, DEPLOY_ROLE_ARN, RELEASED_TAG_PARAMETER, IMAGE_TAG.
 */
export function releaseBuildspec(step: "migrate" | "deploy"): Buildspec {
  return {
    runtimes: { nodejs: NODE },
    exports: [],
    install: ["npm ci"],
    before: [...asDeployRole(), ...keepReleasedTag()],
    build: step === "migrate" ? migrate() : deploy(),
    artifacts: [],
  };
}

/** Rights of the deploy role, renewed by the SDKs themselves; the build's own role may only take it. */
function asDeployRole(): string[] {
  return [
    "mkdir -p ~/.aws",
    `printf '[profile deploy]\\nrole_arn = %s\\ncredential_source = EcsContainer\\nregion = %s\\n' "$DEPLOY_ROLE_ARN" "$AWS_REGION" > ~/.aws/config`,
    "export AWS_PROFILE=deploy AWS_SDK_LOAD_CONFIG=1",
  ];
}

/** What runs now stays, whatever the committed file says: the file is the beginning, the parameter is the present. */
function keepReleasedTag(): string[] {
  return [
    take("RELEASED", 'aws ssm get-parameter --name "$RELEASED_TAG_PARAMETER" --query Parameter.Value --output text'),
    'test -n "$IMAGE_TAG" && test -n "$RELEASED"',
    `if [ "$RELEASED" != none ]; then ${setTag("imageTag", "$RELEASED")}; fi`,
  ];
}

const setTag = (key: string, value: string) =>
  `npm run pulumi -- config set --stack "$STACK" --path telehealth:service.${key} --type string "${value}"`;

const apply = 'npm run up -- --stack "$STACK" --yes --non-interactive';
const outputs = 'npm run pulumi -- stack output --stack "$STACK" --json > /tmp/outputs.json';
/** Not `export X=$(...)`, which succeeds whatever happens inside. */
const take = (variable: string, command: string) => `${variable}=$(${command}) && export ${variable}`;
const output = (variable: string, path: string) =>
  take(variable, `jq --exit-status --raw-output '${path}' /tmp/outputs.json`);

/** The new migration, prepared by Pulumi, run to its end. Anything but exit code 0 stops the pipeline. */
function migrate(): string[] {
  const network = '"awsvpcConfiguration={subnets=[$SUBNETS],securityGroups=[$SECURITY_GROUP],assignPublicIp=DISABLED}"';
  return [
    setTag("migrationTag", "$IMAGE_TAG"),
    apply,
    outputs,
    output("CLUSTER", ".clusterName"),
    output("DEFINITION", ".migrationTaskArn"),
    output("SECURITY_GROUP", ".migrationSecurityGroupId"),
    output("SUBNETS", '.privateSubnetIds | join(",")'),
    take(
      "TASK",
      `aws ecs run-task --cluster "$CLUSTER" --launch-type FARGATE --task-definition "$DEFINITION" --network-configuration ${network} --query 'tasks[0].taskArn' --output text`,
    ),
    'case "$TASK" in arn:*) ;; *) echo "ECS did not start the migration"; exit 1 ;; esac',
    lookUntil({
      looks: MIGRATION_LOOKS,
      state: `aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$TASK" --query 'tasks[0].lastStatus' --output text`,
      good: "STOPPED",
      wait: "PROVISIONING|PENDING|ACTIVATING|RUNNING|DEACTIVATING|STOPPING|DEPROVISIONING",
    }),
    take(
      "CODE",
      `aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$TASK" --query 'tasks[0].containers[0].exitCode' --output text`,
    ),
    'echo "The migration ended with $CODE"; test "$CODE" = 0',
  ];
}

/** The new version, until ECS says that the deployment holds; a deployment it took back is a failure. */
function deploy(): string[] {
  return [
    setTag("migrationTag", "$IMAGE_TAG"),
    setTag("imageTag", "$IMAGE_TAG"),
    apply,
    outputs,
    output("CLUSTER", ".clusterName"),
    output("SERVICE", ".serviceName"),
    lookUntil({
      looks: DEPLOYMENT_LOOKS,
      state: `aws ecs list-service-deployments --cluster "$CLUSTER" --service "$SERVICE" --query 'sort_by(serviceDeployments, &createdAt)[-1].status' --output text`,
      good: "SUCCESSFUL",
      wait: "PENDING|IN_PROGRESS",
    }),
    'aws ssm put-parameter --name "$RELEASED_TAG_PARAMETER" --value "$IMAGE_TAG" --overwrite',
  ];
}

/** Looks again and again; ends well at `good`, badly at any state that is not in `wait`, and badly after all looks. */
function lookUntil({ looks, state, good, wait }: { looks: number; state: string; good: string; wait: string }): string {
  return [
    `for LOOK in $(seq ${looks}); do`,
    `  STATE=$(${state}) || exit 1`,
    '  case "$STATE" in',
    `    ${good}) break ;;`,
    `    ${wait}) sleep ${PAUSE} ;;`,
    '    *) echo "ECS reports $STATE"; exit 1 ;;',
    "  esac",
    "done",
    `test "$STATE" = ${good}`,
  ].join("\n");
}
