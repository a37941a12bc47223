import { strict as assert } from "node:assert";
import { DeliveryPipeline, type DeliveryPipelineArgs } from "../../../components/delivery/deliveryPipeline";
import { pack } from "../../../policies/pack";
import { violations } from "../../policies/runner";
import { type Deployed, deploy, promiseOf } from "../../harness";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/ci";
const CONNECTION = "arn:aws:codeconnections:us-east-1:111122223333:connection/1";
const DEPLOY_ROLE = "arn:aws:iam::111122223333:role/deploy-telehealth-prod";
const TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
const github = (repository: string) =>
  ({ provider: "github", repository, branch: "main", connectionArn: CONNECTION }) as const;
const codecommit = { provider: "codecommit", repositoryName: "api", branch: "main" } as const;
const ARGS: DeliveryPipelineArgs = {
  prefix: "telehealth-prod",
  location: { accountId: "111122223333", region: "us-east-1" },
  kmsKeyArn: KEY,
  logKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  logRetentionDays: 365,
  deletionProtection: true,
  artifactBucketName: "telehealth-prod-artifacts-111122223333",
  accessLogBucket: "telehealth-access-logs",
  application: github("example/api"),
  infrastructure: github("example/platform"),
  recipe: {},
  images: {
    arn: "arn:aws:ecr:us-east-1:111122223333:repository/api",
    url: "111122223333.dkr.ecr.us-east-1.amazonaws.com/api",
  },
  release: { stack: "prod", backendUrl: "s3://state-111122223333?region=us-east-1", deployRoleArn: DEPLOY_ROLE },
  approval: { topicArn: TOPIC, topicKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/alerts" },
  notificationsTopicArn: TOPIC,
};
const pipeline = (changes: Partial<DeliveryPipelineArgs> = {}) =>
  deploy((opts) => new DeliveryPipeline("delivery", { ...ARGS, ...changes }, opts));
const PIPELINE = "codepipeline/pipeline:Pipeline";
const statementsOf = (deployed: Deployed<unknown>, policy: string): any[] =>
  JSON.parse(deployed.one("iam/rolePolicy:RolePolicy", policy).inputs["policy"]).Statement;
const stage = (deployed: Deployed<unknown>, name: string): any =>
  deployed.one(PIPELINE).inputs["stages"].find((each: any) => each.name === name);

describe("DeliveryPipeline", () => {
  it("goes from source over build and approval to migration and deployment", async () => {
    const { inputs } = (await pipeline()).one(PIPELINE);
    assert.deepEqual(
      inputs["stages"].map((each: any) => each.name),
      ["Source", "Build", "Approval", "Migrate", "Deploy"],
    );
  });

  it("asks before the database changes, saying what for", async () => {
    const [approve] = stage(await pipeline(), "Approval").actions;
    assert.equal(approve.provider, "Manual");
    assert.equal(approve.configuration.NotificationArn, TOPIC);
    assert.match(approve.configuration.CustomData, /#\{Build\.IMAGE_TAG\}/);
  });

  it("has no approval, and no right to ask for one, where none is wanted", async () => {
    const deployed = await pipeline({ approval: "none" });
    assert.equal(stage(deployed, "Approval"), undefined);
    assert.ok(!statementsOf(deployed, "delivery-may").some((each) => each.Action === "sns:Publish"));
  });

  it("is a V2 pipeline that a push to the application's branch starts, and nothing else", async () => {
    const deployed = await pipeline({ application: { ...github("example/api"), branch: "release" } });
    const { inputs } = deployed.one(PIPELINE);
    assert.equal(inputs["pipelineType"], "V2");
    assert.equal(inputs["executionMode"], "SUPERSEDED");
    assert.deepEqual(inputs["triggers"], [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: { sourceActionName: "Application", pushes: [{ branches: { includes: ["release"] } }] },
      },
    ]);
    for (const { configuration } of stage(deployed, "Source").actions)
      assert.equal(configuration.DetectChanges, "false");
  });

  it("reads GitHub through the connection, by either of its names", async () => {
    const deployed = await pipeline();
    const [application, infrastructure] = stage(deployed, "Source").actions;
    assert.equal(application.provider, "CodeStarSourceConnection");
    assert.equal(application.configuration.FullRepositoryId, "example/api");
    assert.equal(application.configuration.ConnectionArn, CONNECTION);
    assert.equal(infrastructure.configuration.FullRepositoryId, "example/platform");
    const [use] = statementsOf(deployed, "delivery-may");
    assert.deepEqual(use.Action, ["codeconnections:UseConnection", "codestar-connections:UseConnection"]);
    assert.equal(use.Resource, CONNECTION);
  });

  it("reads CodeCommit, started by an event of the one branch", async () => {
    const deployed = await pipeline({ application: codecommit });
    const [application] = stage(deployed, "Source").actions;
    assert.equal(application.provider, "CodeCommit");
    assert.equal(application.configuration.PollForSourceChanges, "false");
    assert.equal(deployed.one(PIPELINE).inputs["triggers"], undefined);
    const pattern = JSON.parse(deployed.one("cloudwatch/eventRule:EventRule").inputs["eventPattern"]);
    assert.deepEqual(pattern.resources, ["arn:aws:codecommit:us-east-1:111122223333:api"]);
    assert.deepEqual(pattern.detail.referenceName, ["main"]);
    const target = deployed.one("cloudwatch/eventTarget:EventTarget");
    assert.equal(target.inputs["arn"], await promiseOf(deployed.result.pipelineArn));
    assert.deepEqual(target.dependsOn, ["delivery-starter-may"]);
    const [start] = statementsOf(deployed, "delivery-starter-may");
    assert.deepEqual([start.Action, start.Resource], ["codepipeline:StartPipelineExecution", target.inputs["arn"]]);
    assert.equal(statementsOf(deployed, "delivery-may")[0].Resource, "arn:aws:codecommit:us-east-1:111122223333:api");
  });

  it("starts by events only where it reads CodeCommit", async () => {
    assert.deepEqual((await pipeline()).all("cloudwatch/eventRule:EventRule"), []);
  });

  it("hands the tag that the build made to the migration and the deployment", async () => {
    const deployed = await pipeline();
    const [image] = stage(deployed, "Build").actions;
    assert.equal(image.namespace, "Build");
    assert.deepEqual(image.inputArtifacts, ["Application"]);
    for (const name of ["Migrate", "Deploy"]) {
      const [action] = stage(deployed, name).actions;
      assert.deepEqual(action.inputArtifacts, ["Infrastructure"]);
      assert.deepEqual(JSON.parse(action.configuration.EnvironmentVariables), [
        { name: "IMAGE_TAG", value: "#{Build.IMAGE_TAG}", type: "PLAINTEXT" },
      ]);
    }
    assert.equal(stage(deployed, "Migrate").actions[0].configuration.ProjectName, "delivery-migrate-project");
    assert.equal(stage(deployed, "Deploy").actions[0].configuration.ProjectName, "delivery-deploy-project");
  });

  it("applies the last good version again when a deployment fails, and leaves the database alone", async () => {
    const deployed = await pipeline();
    assert.deepEqual(stage(deployed, "Deploy").onFailure, { result: "ROLLBACK" });
    assert.equal(stage(deployed, "Migrate").onFailure, undefined);
  });

  it("keeps artifacts for 30 days under the key of the pipeline", async () => {
    const deployed = await pipeline();
    const [{ location, encryptionKey }] = deployed.one(PIPELINE).inputs["artifactStores"];
    assert.equal(location, ARGS.artifactBucketName);
    assert.deepEqual(encryptionKey, { type: "KMS", id: KEY });
    const { rules } = deployed.one("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
      .inputs as any;
    assert.equal(rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId, KEY);
    const kept = deployed.one("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs["rules"];
    assert.deepEqual(kept.find((each: any) => each.id === "keep").expiration, { days: 30 });
    assert.equal(deployed.one("s3/bucket:Bucket").opts.protect, true);
    assert.equal((await pipeline({ deletionProtection: false })).one("s3/bucket:Bucket").opts.protect, false);
  });

  it("keeps the build, which runs other people's code, from changing what the release applies", async () => {
    const deployed = await pipeline();
    const may = (name: string) =>
      Object.fromEntries(
        statementsOf(deployed, name).flatMap(({ Sid, Resource }) => (/Artifacts$/.test(Sid) ? [[Sid, Resource]] : [])),
      );
    const objects = (artifact: string) => [`arn:aws:s3:::${ARGS.artifactBucketName}/*/${artifact}/*`];
    assert.deepEqual(may("delivery-image-may"), {
      ReadArtifacts: objects("Applicatio"),
      WriteArtifacts: objects("Reports"),
    });
    for (const name of ["delivery-migrate-may", "delivery-deploy-may"])
      assert.deepEqual(may(name), { ReadArtifacts: objects("Infrastruc") });
  });

  it("lets the build push to the one repository and nothing but", async () => {
    const rights = statementsOf(await pipeline(), "delivery-image-may");
    const ecr = rights.filter((each) => String(each.Action).startsWith("ecr:"));
    assert.deepEqual(
      ecr.map(({ Action, Resource }) => [Action, Resource]),
      [
        ["ecr:GetAuthorizationToken", "*"],
        [
          [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:DescribeImages",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart",
          ],
          ARGS.images.arn,
        ],
      ],
    );
    assert.ok(!rights.some((each) => String(each.Action).startsWith("sts:")));
  });

  it("lets only the release take the deploy role, under the names that role expects", async () => {
    const deployed = await pipeline();
    for (const step of ["migrate", "deploy"]) {
      const role = deployed.one("iam/role:Role", `delivery-${step}-role`);
      assert.equal(role.inputs["name"], `telehealth-prod-release-${step}`);
      const [assume] = statementsOf(deployed, `delivery-${step}-may`).filter(
        (each) => each.Action === "sts:AssumeRole",
      );
      assert.equal(assume.Resource, DEPLOY_ROLE);
    }
  });

  it("starts its own three projects only, with the rights to publish to the approval's encrypted topic", async () => {
    const deployed = await pipeline();
    const rights = statementsOf(deployed, "delivery-may");
    const builds = rights.find((each) => each.Sid === "Builds");
    assert.deepEqual(builds.Action, ["codebuild:StartBuild", "codebuild:BatchGetBuilds"]);
    assert.equal(builds.Resource.length, 3);
    assert.equal(rights.find((each) => each.Sid === "AskForApproval").Resource, TOPIC);
    const key = rights.find((each) => each.Sid === "ApprovalKey");
    assert.deepEqual(key.Action, ["kms:Decrypt", "kms:GenerateDataKey"]);
    assert.equal(key.Condition.StringEquals["kms:ViaService"], "sns.us-east-1.amazonaws.com");
    assert.deepEqual(deployed.one(PIPELINE).dependsOn, ["delivery-may"]);
  });

  it("may ask its bucket what AWS's smallest policy for pipelines lets it ask", async () => {
    const bucket = statementsOf(await pipeline(), "delivery-may").find((each) => each.Sid === "ArtifactBucket");
    assert.deepEqual(bucket.Action, ["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketVersioning"]);
  });

  it("remembers which image is released, and Pulumi never writes it back", async () => {
    const deployed = await pipeline();
    const { inputs, opts } = deployed.one("ssm/parameter:Parameter");
    assert.equal(inputs["name"], "/telehealth-prod/released-image-tag");
    assert.equal(inputs["insecureValue"], "none");
    assert.deepEqual(opts.ignoreChanges, ["insecureValue"]);
    const [project] = deployed.all("codebuild/project:Project").filter((each) => each.name.includes("deploy"));
    assert.deepEqual(
      Object.fromEntries(
        project?.inputs["environment"].environmentVariables.map((each: any) => [each.name, each.value]),
      ),
      {
        STACK: "prod",
        PULUMI_BACKEND_URL: ARGS.release.backendUrl,
        DEPLOY_ROLE_ARN: DEPLOY_ROLE,
        RELEASED_TAG_PARAMETER: "/telehealth-prod/released-image-tag",
      },
    );
  });

  it("tells of failures and approvals, without what people wrote in commits", async () => {
    const { inputs } = (await pipeline()).one("codestarnotifications/notificationRule:NotificationRule");
    assert.deepEqual(inputs["targets"], [{ type: "SNS", address: TOPIC }]);
    assert.equal(inputs["detailType"], "BASIC");
    for (const event of ["pipeline-execution-failed", "manual-approval-needed"])
      assert.ok(inputs["eventTypeIds"].includes(`codepipeline-pipeline-${event}`));
  });

  it("violates no rule of the policy pack", async () => {
    for (const changes of [{}, { application: codecommit, infrastructure: codecommit }]) {
      const { resources } = await pipeline(changes);
      const given = resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map(({ type, name, inputs, opts }) => ({
          type,
          name,
          props: inputs,
          opts: { protect: opts.protect === true },
        }));
      assert.deepEqual(await violations(pack, given), []);
    }
  });

  for (const [field, changes] of [
    ["prefix", { prefix: "Telehealth" }],
    ["application.branch", { application: { ...codecommit, branch: "release/*" } }],
    ["application.repositoryName", { application: { ...codecommit, repositoryName: "arn:aws:codecommit:api" } }],
    ["infrastructure.repository", { infrastructure: github("https://github.com/example/platform") }],
    ["release.backendUrl", { release: { ...ARGS.release, backendUrl: "https://api.pulumi.com" } }],
  ] as const)
    it(`refuses a wrong ${field}`, () =>
      assert.rejects(pipeline(changes), new RegExp(`^Error: ${field.replace(".", "\\.")}: `)));
});
