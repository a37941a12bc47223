import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { buildspecText } from "../../../components/delivery/buildspec";
import { releaseBuildspec } from "../../../components/delivery/releaseBuildspec";
import { runBuild } from "./buildRunner";

const VARIABLES = {
  STACK: "prod",
  PULUMI_BACKEND_URL: "s3://state",
  DEPLOY_ROLE_ARN: "arn:aws:iam::111122223333:role/deploy-telehealth-prod",
  RELEASED_TAG_PARAMETER: "/telehealth-prod/released-image-tag",
  IMAGE_TAG: "new",
};
const TASK = "arn:aws:ecs:us-east-1:111122223333:task/services/1";
const MIGRATES = {
  "aws ssm get-parameter": "echo old",
  "jq --exit-status --raw-output .clusterName": "echo services",
  "jq --exit-status --raw-output .serviceName": "echo api",
  "jq --exit-status --raw-output .migrationTaskArn": "echo migrate:7",
  "jq --exit-status --raw-output .migrationSecurityGroupId": "echo sg-1",
  "jq --exit-status --raw-output .privateSubnetIds": "echo subnet-1,subnet-2",
  "aws ecs run-task": `echo ${TASK}`,
  [`aws ecs describe-tasks --cluster services --tasks ${TASK} --query tasks[0].lastStatus`]: "echo STOPPED",
  [`aws ecs describe-tasks --cluster services --tasks ${TASK} --query tasks[0].containers[0].exitCode`]: "echo 0",
  "aws ecs list-service-deployments": "echo SUCCESSFUL",
};
const run = (step: "migrate" | "deploy", answers: Record<string, string> = {}, variables = {}) =>
  runBuild(releaseBuildspec(step), { ...VARIABLES, ...variables }, { ...MIGRATES, ...answers });
/** Settings written before the first `up`, as key=value. */
const settings = (calls: readonly string[]) =>
  calls
    .slice(
      0,
      calls.findIndex((each) => each.startsWith("npm run up")),
    )
    .flatMap((each) => /config set --stack prod --path (\S+) --type string (\S+)/.exec(each)?.slice(1).join("=") ?? []);
const published = (calls: readonly string[]) => calls.filter((each) => each.startsWith("aws ssm put-parameter"));

describe("releaseBuildspec", () => {
  for (const step of ["migrate", "deploy"] as const) {
    it(`${step} is YAML that CodeBuild takes, and stops at the first phase that fails`, () => {
      const { version, phases } = parse(buildspecText(releaseBuildspec(step)));
      assert.equal(version, 0.2);
      assert.deepEqual(Object.keys(phases), ["install", "pre_build", "build"]);
      for (const phase of Object.values<any>(phases)) assert.equal(phase["on-failure"], "ABORT");
      assert.deepEqual(phases.install.commands, ["npm ci"]);
      assert.deepEqual(phases.install["runtime-versions"], { nodejs: "22" });
    });

    it(`${step} applies the stack by the script that passes the policy pack`, () => {
      assert.ok(run(step).calls.includes("npm run up -- --stack prod --yes --non-interactive"));
    });

    it(`${step} does nothing more when the stack cannot be applied`, () => {
      const { code, calls } = run(step, { "npm run up": "exit 1" });
      assert.equal(code, 1);
      assert.deepEqual(
        calls.filter((each) => each.startsWith("aws ecs") || each.includes("put-parameter")),
        [],
      );
    });

    for (const [what, answers, variables] of [
      ["no image tag came", {}, { IMAGE_TAG: "" }],
      ["the released tag cannot be read", { "aws ssm get-parameter": "exit 1" }, {}],
      ["an output of the stack is missing", { "jq --exit-status --raw-output .clusterName": "exit 1" }, {}],
    ] as const)
      it(`${step} fails when ${what}`, () => {
        assert.equal(run(step, answers, variables).code, 1);
      });
  }

  it("migrates with the new image while the old one still serves", () => {
    const { code, calls, output } = run("migrate");
    assert.equal(code, 0, output);
    assert.deepEqual(settings(calls), ["telehealth:service.imageTag=old", "telehealth:service.migrationTag=new"]);
    const [start, ...more] = calls.filter((each) => each.startsWith("aws ecs run-task"));
    assert.deepEqual(more, []);
    assert.match(start ?? "", /--cluster services --launch-type FARGATE --task-definition migrate:7 /);
    assert.match(
      start ?? "",
      /awsvpcConfiguration=\{subnets=\[subnet-1,subnet-2\],securityGroups=\[sg-1\],assignPublicIp=DISABLED\}/,
    );
    assert.deepEqual(published(calls), []);
  });

  it("leaves the API's stand-in when nothing was released yet", () => {
    const { calls } = run("migrate", { "aws ssm get-parameter": "echo none" });
    assert.deepEqual(settings(calls), ["telehealth:service.migrationTag=new"]);
  });

  const described = (what: string) =>
    `aws ecs describe-tasks --cluster services --tasks ${TASK} --query tasks[0].${what}`;
  for (const [what, answers] of [
    ["ends with another code than 0", { [described("containers[0].exitCode")]: "echo 1" }],
    ["never ran and so has no code", { [described("containers[0].exitCode")]: "echo None" }],
    ["is not started by ECS", { "aws ecs run-task": "echo None" }],
    ["may not be started", { "aws ecs run-task": "exit 254" }],
    ["is in a state nobody knows", { [described("lastStatus")]: "echo DELETED" }],
    ["runs longer than the build waits", { [described("lastStatus")]: "echo RUNNING" }],
  ] as const)
    it(`fails when the migration ${what}`, function () {
      this.timeout(60_000);
      assert.equal(run("migrate", answers).code, 1);
    });

  it("waits for the migration", () => {
    const state =
      'if [ "$(grep -c lastStatus "$(dirname "$0")/../calls")" -lt 3 ]; then echo PENDING; else echo STOPPED; fi';
    const { code, calls } = run("migrate", { [described("lastStatus")]: state });
    assert.equal(code, 0);
    assert.deepEqual(
      calls.filter((each) => each.startsWith("sleep")),
      ["sleep 15", "sleep 15"],
    );
  });

  it("deploys the new image, waits until it holds, and then writes down that it is the one", () => {
    const { code, calls, output } = run("deploy");
    assert.equal(code, 0, output);
    assert.deepEqual(settings(calls).slice(-2), [
      "telehealth:service.migrationTag=new",
      "telehealth:service.imageTag=new",
    ]);
    assert.deepEqual(published(calls), [
      "aws ssm put-parameter --name /telehealth-prod/released-image-tag --value new --overwrite",
    ]);
    assert.ok(
      calls.findIndex((each) => each.includes("list-service-deployments")) < calls.indexOf(published(calls)[0] ?? ""),
    );
  });

  for (const state of ["ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "STOPPED", "None"])
    it(`fails and publishes nothing when ECS reports ${state}`, () => {
      const { code, calls } = run("deploy", { "aws ecs list-service-deployments": `echo ${state}` });
      assert.equal(code, 1);
      assert.deepEqual(published(calls), []);
    });

  it("acts with the deploy role, which the SDKs renew", () => {
    const show = { "npm run up": 'cat "$HOME/.aws/config"; echo "$AWS_PROFILE"' };
    const { output } = run("deploy", show);
    assert.match(output, /\[profile deploy\]\nrole_arn = arn:aws:iam::111122223333:role\/deploy-telehealth-prod\n/);
    assert.match(output, /credential_source = EcsContainer\nregion = us-east-1\ndeploy\n/);
  });
});
