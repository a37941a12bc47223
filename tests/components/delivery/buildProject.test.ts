import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { BuildProject, type BuildProjectArgs } from "../../../components/delivery/buildProject";
import { deploy } from "../../harness";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/ci";
const STORE = "arn:aws:s3:::artifacts";
const ARGS: BuildProjectArgs = {
  description: "Builds",
  buildspec: { runtimes: { python: "3.12" }, exports: [], install: ["a"], before: ["b"], build: ["c"], artifacts: [] },
  environment: { REPOSITORY_URL: "example" },
  statements: [{ Sid: "More", Effect: "Allow", Action: "ecr:PutImage", Resource: "arn:repository" }],
  docker: "run",
  artifactUse: { reads: ["Infrastructure"], writes: ["Reports"] },
  artifacts: { name: pulumi.output("artifacts"), arn: STORE, kmsKeyArn: KEY },
  location: { accountId: "111122223333", region: "us-east-1" },
  logKmsKeyArn: "arn:logs-key",
  logRetentionDays: 365,
  deletionProtection: true,
};
const network = { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], securityGroupId: "sg-1" };
const build = (changes: Partial<BuildProjectArgs> = {}) =>
  deploy((opts) => new BuildProject("build", { ...ARGS, ...changes }, opts));
const PROJECT = "codebuild/project:Project";
const rights = async (changes: Partial<BuildProjectArgs> = {}): Promise<any[]> =>
  JSON.parse((await build(changes)).one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement;

describe("BuildProject", () => {
  it("runs on ARM64, private, with its artifacts under our key", async () => {
    const { inputs } = (await build()).one(PROJECT);
    assert.equal(inputs["environment"].type, "ARM_CONTAINER");
    assert.match(inputs["environment"].image, /^aws\/codebuild\/amazonlinux-aarch64-standard:\d+\.\d+$/);
    assert.equal(inputs["encryptionKey"], KEY);
    assert.equal(inputs["projectVisibility"], "PRIVATE");
    assert.deepEqual(inputs["artifacts"], { type: "CODEPIPELINE" });
    assert.equal(inputs["buildTimeout"], 60);
  });

  it("is root on its machine only where it makes images", async () => {
    assert.equal((await build()).one(PROJECT).inputs["environment"].privilegedMode, true);
    assert.equal((await build({ docker: "none" })).one(PROJECT).inputs["environment"].privilegedMode, false);
  });

  it("logs to its own encrypted group and nowhere else", async () => {
    const deployed = await build();
    const group = deployed.one("cloudwatch/logGroup:LogGroup");
    assert.equal(group.inputs["kmsKeyId"], "arn:logs-key");
    assert.equal(group.inputs["retentionInDays"], 365);
    assert.equal(group.opts.protect, true);
    assert.deepEqual(deployed.one(PROJECT).inputs["logsConfig"], {
      cloudwatchLogs: { status: "ENABLED", groupName: "build-logs" },
      s3Logs: { status: "DISABLED" },
    });
  });

  it("may write its log, hand on artifacts with the key through S3, and what it was given", async () => {
    const found = await rights();
    assert.deepEqual(
      found.map(({ Sid, Resource }) => [Sid, Resource]),
      [
        ["Log", "arn:aws:cloudwatch:us-east-1:111122223333:build-logs:*"],
        // What CodePipeline names objects after: its own name, and ten characters of the artifact's.
        ["ReadArtifacts", [`${STORE}/*/Infrastruc/*`]],
        ["WriteArtifacts", [`${STORE}/*/Reports/*`]],
        ["ArtifactBucket", STORE],
        ["ArtifactKey", KEY],
        ["More", "arn:repository"],
      ],
    );
    assert.deepEqual(found[0].Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.ok(found[4].Condition.StringEquals["kms:ViaService"].includes("s3.us-east-1.amazonaws.com"));
  });

  it("uses a role that CodeBuild takes for our account, and exists after its rights", async () => {
    const deployed = await build();
    const [trust] = JSON.parse(deployed.one("iam/role:Role").inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(trust.Principal, { Service: "codebuild.amazonaws.com" });
    assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    assert.deepEqual(deployed.one(PROJECT).dependsOn, ["build-may"]);
    assert.equal(deployed.one("iam/role:Role").inputs["name"], undefined);
    assert.equal((await build({ roleName: "known" })).one("iam/role:Role").inputs["name"], "known");
  });

  it("stays out of the VPC unless it is put there, and then has what that needs", async () => {
    assert.equal((await build()).one(PROJECT).inputs["vpcConfig"], undefined);
    const inside = await build({ network });
    assert.deepEqual(inside.one(PROJECT).inputs["vpcConfig"], {
      vpcId: "vpc-1",
      subnets: ["subnet-1", "subnet-2"],
      securityGroupIds: ["sg-1"],
    });
    const hand = (await rights({ network })).find((each) => each.Action === "ec2:CreateNetworkInterfacePermission");
    assert.deepEqual(hand.Condition.StringEquals, {
      "ec2:AuthorizedService": "codebuild.amazonaws.com",
      "ec2:Subnet": ["subnet-1", "subnet-2"].map((each) => `arn:aws:ec2:us-east-1:111122223333:subnet/${each}`),
    });
    assert.ok(!(await rights()).some((each) => String(each.Action).includes("ec2:")));
  });

  for (const timeoutMinutes of [4, 2161])
    it(`refuses ${timeoutMinutes} minutes`, () =>
      assert.rejects(build({ timeoutMinutes }), /timeoutMinutes: .* is not offered by AWS/));

  it("refuses a retention that CloudWatch does not have", () =>
    assert.rejects(build({ logRetentionDays: 100 }), /logRetentionDays: 100/));
});
