import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { LogSettings } from "../shared/logGroup";
import type { Location } from "../shared/placement";
import { policyDocument, trustServiceIfNamed } from "../shared/policyDocument";
import { artifactBucket } from "./artifactBucket";
import { BuildProject } from "./buildProject";
import { codeCommitTrigger } from "./codeCommitTrigger";
import { imageBuildspec, type ImageRecipe } from "./imageBuildspec";
import { pushStatements } from "./pushStatements";
import { type Approval, pipelineStages, pipelineStatements } from "./pipelineStages";
import { releaseBuildspec } from "./releaseBuildspec";
import { refuseSource, type Source } from "./source";

/** Events that people must hear of: AWS, "Events for notification rules on pipelines". */
const EVENTS = [
  "pipeline-execution-failed",
  "pipeline-execution-canceled",
  "manual-approval-needed",
  "manual-approval-failed",
].map((event) => `codepipeline-pipeline-${event}`);
/** Until the first release. */
const NOTHING_RELEASED = "none";

export interface DeliveryPipelineArgs extends LogSettings {
  /** Begins the names of the pipeline, its roles and its parameter: `telehealth-prod`. */
  readonly prefix: string;
  /** Of the stack. */
  readonly location: Location;
  /** Encrypts artifacts. A key of its own, so that builds can decrypt nothing else. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Unique among all of AWS. */
  readonly artifactBucketName: string;
  /** Takes that bucket's access logs; in the stack's region. */
  readonly accessLogBucket: pulumi.Input<string>;
  /** The application. A push to its branch starts the pipeline. */
  readonly application: Source;
  /** The repository of this program. A push to it starts nothing here: that is the workflow's business. */
  readonly infrastructure: Source;
  readonly recipe: ImageRecipe;
  /** Outputs of ImageRepository. */
  readonly images: { readonly arn: pulumi.Input<string>; readonly url: pulumi.Input<string> };
  readonly release: {
    /** The stack that is applied: the one the pipeline is in. */
    readonly stack: string;
    /** Where its state is, as given to `pulumi login`; a bucket, since Pulumi Cloud would need a token here. */
    readonly backendUrl: string;
    /** DeployRole of this environment, which must let `<prefix>-release-*` take it. */
    readonly deployRoleArn: string;
  };
  /** Whether a person must approve between building the image and migrating the database. Required: leaving it out in prod is a decision. */
  readonly approval: Approval;
  /** Topic for failures and approvals. Its policy and its key must let codestar-notifications publish. */
  readonly notificationsTopicArn: pulumi.Input<string>;
}

/** From a push to a running version: source, tests and scans, approval, migration, deployment. */
export class DeliveryPipeline extends pulumi.ComponentResource {
  public readonly pipelineName: pulumi.Output<string>;
  public readonly pipelineArn: pulumi.Output<string>;
  /** Holds the tag of the image that runs. Whoever applies the stack otherwise takes `service.imageTag` from it. */
  public readonly releasedTagParameter: pulumi.Output<string>;

  constructor(name: string, args: DeliveryPipelineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:DeliveryPipeline", name, args, opts);
    const { prefix, location, application } = args;
    refuse(this, args);

    const mine = { parent: this };
    const store = artifactBucket(this, name, {
      bucketName: args.artifactBucketName,
      kmsKeyArn: args.kmsKeyArn,
      accessLogBucket: args.accessLogBucket,
      deletionProtection: args.deletionProtection,
    });
    const released = new aws.ssm.Parameter(
      `${name}-released`,
      {
        name: `/${prefix}/released-image-tag`,
        description: "Tag of the API's image that the delivery pipeline released last",
        type: "String",
        insecureValue: NOTHING_RELEASED,
      },
      { ...mine, ignoreChanges: ["insecureValue"] },
    );
    const projects = buildProjects(this, name, args, store, released.name);
    const { role, permission } = pipelineRole(this, name, args, store, projects);
    const pipeline = new aws.codepipeline.Pipeline(
      `${name}-pipeline`,
      {
        name: prefix,
        pipelineType: "V2",
        // A newer commit overtakes the ones that wait, so that nobody approves what is already replaced.
        executionMode: "SUPERSEDED",
        roleArn: role.arn,
        artifactStores: [{ type: "S3", location: store.name, encryptionKey: { type: "KMS", id: args.kmsKeyArn } }],
        stages: pipelineStages({
          application,
          infrastructure: args.infrastructure,
          approval: args.approval,
          image: projects.image.projectName,
          migrate: projects.migrate.projectName,
          deploy: projects.deploy.projectName,
        }),
        ...(application.provider === "github" ? { triggers: [pushTrigger(application.branch)] } : {}),
      },
      { ...mine, dependsOn: [permission] },
    );
    if (application.provider === "codecommit")
      codeCommitTrigger(this, name, { ...application, pipelineArn: pipeline.arn, location });
    new aws.codestarnotifications.NotificationRule(
      `${name}-notify`,
      {
        name: `${prefix}-pipeline`,
        resource: pipeline.arn,
        // FULL would repeat commit messages, which people write freely, to everybody who gets mail.
        detailType: "BASIC",
        eventTypeIds: EVENTS,
        targets: [{ type: "SNS", address: args.notificationsTopicArn }],
      },
      mine,
    );

    this.pipelineName = pipeline.name;
    this.pipelineArn = pipeline.arn;
    this.releasedTagParameter = released.name;
    this.registerOutputs({ pipelineName: this.pipelineName, releasedTagParameter: this.releasedTagParameter });
  }
}

type Store = ReturnType<typeof artifactBucket>;

interface BuildProjects {
  readonly image: BuildProject;
  readonly migrate: BuildProject;
  readonly deploy: BuildProject;
}

/** The steps that run code, each with a role of its own. */
function buildProjects(
  parent: DeliveryPipeline,
  name: string,
  args: DeliveryPipelineArgs,
  artifacts: Store,
  releasedTagParameter: pulumi.Input<string>,
): BuildProjects {
  const mine = { parent };
  const { prefix, location, release, logKmsKeyArn, logRetentionDays, deletionProtection } = args;
  const common = { logKmsKeyArn, logRetentionDays, deletionProtection, artifacts, location };
  const image = new BuildProject(
    `${name}-image`,
    {
      ...common,
      description: "Tests, scans and builds the image, and pushes it when nothing was found",
      buildspec: imageBuildspec(args.recipe),
      environment: { REPOSITORY_URL: args.images.url },
      artifactUse: { reads: ["Application"], writes: ["Reports"] },
      statements: pushStatements(args.images.arn),
      docker: "run",
    },
    mine,
  );
  const releaseProject = (step: "migrate" | "deploy") =>
    new BuildProject(
      `${name}-${step}`,
      {
        ...common,
        description: step === "migrate" ? "Migrates the database" : "Deploys the image and waits for it",
        buildspec: releaseBuildspec(step),
        environment: {
          STACK: release.stack,
          PULUMI_BACKEND_URL: release.backendUrl,
          DEPLOY_ROLE_ARN: release.deployRoleArn,
          RELEASED_TAG_PARAMETER: releasedTagParameter,
        },
        artifactUse: { reads: ["Infrastructure"], writes: [] },
        statements: [{ Sid: "Deploy", Effect: "Allow", Action: "sts:AssumeRole", Resource: release.deployRoleArn }],
        docker: "none",
        roleName: `${prefix}-release-${step}`,
        timeoutMinutes: 120,
      },
      mine,
    );
  return { image, migrate: releaseProject("migrate"), deploy: releaseProject("deploy") };
}

/** What the pipeline itself runs as, between the steps. */
function pipelineRole(
  parent: DeliveryPipeline,
  name: string,
  { application, infrastructure, approval, location }: DeliveryPipelineArgs,
  store: Store,
  { image, migrate, deploy }: BuildProjects,
) {
  const mine = { parent };
  const role = new aws.iam.Role(
    `${name}-role`,
    { assumeRolePolicy: trustServiceIfNamed("codepipeline.amazonaws.com", location.accountId) },
    mine,
  );
  const projectArns = [image, migrate, deploy].map(({ projectArn }) => projectArn);
  const permission = new aws.iam.RolePolicy(
    `${name}-may`,
    {
      role: role.id,
      policy: policyDocument(pipelineStatements([application, infrastructure], store, projectArns, approval, location)),
    },
    mine,
  );
  return { role, permission };
}

function pushTrigger(branch: string) {
  return {
    providerType: "CodeStarSourceConnection",
    gitConfiguration: { sourceActionName: "Application", pushes: [{ branches: { includes: [branch] } }] },
  };
}

function refuse(
  pipeline: DeliveryPipeline,
  { prefix, application, infrastructure, release }: DeliveryPipelineArgs,
): void {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(prefix))
    invalid(pipeline, "prefix", `"${prefix}" cannot begin all names`, "Use up to 41 of a-z, 0-9 and -");
  refuseSource(pipeline, "application", application);
  refuseSource(pipeline, "infrastructure", infrastructure);
  if (!release.backendUrl.startsWith("s3://"))
    invalid(
      pipeline,
      "release.backendUrl",
      `"${release.backendUrl}" is not a bucket`,
      "Write s3://<bucket>?region=...",
    );
}
