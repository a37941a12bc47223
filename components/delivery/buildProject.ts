import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { Location, Placement } from "../shared/placement";
import { policyDocument, type Statement, trustService } from "../shared/policyDocument";
import { type ArtifactStore, artifactStatements, type ArtifactUse } from "./artifactBucket";
import { type Buildspec, buildspecText } from "./buildspec";
import { networkStatements } from "./buildNetwork";

/** AWS's own image for ARM64, with Python, Node.js, Docker, the AWS CLI and jq: AWS, "Docker images provided by CodeBuild". */
const IMAGE = "aws/codebuild/amazonlinux-aarch64-standard:3.0";
/** "Create a build project", AWS CodeBuild: 5 minutes to 36 hours. */
const [SHORTEST, LONGEST] = [5, 2160] as const;

export interface BuildProjectArgs extends LogSettings {
  /** What the project does, for the list in the console. */
  readonly description: string;
  readonly buildspec: Buildspec;
  /** Seen by everybody who may look at the project: never a secret. A build reads those itself, with its role. */
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  /** What the build may do besides writing its log and handing on artifacts. */
  readonly statements: readonly Statement[];
  /** "run" lets the build start containers, which takes root on its machine; "none" where no image is made. */
  readonly docker: "run" | "none";
  readonly artifacts: ArtifactStore;
  /** What of it the build takes and makes. */
  readonly artifactUse: ArtifactUse;
  /** Of the stack. */
  readonly location: Location;
  /** IAM name of the build's role, for whoever must know it beforehand. @default chosen by Pulumi */
  readonly roleName?: string;
  /**
   * Private subnets with a NAT gateway and a security group with a way out to 443, where a build must reach what is
   * in the VPC. @default AWS's own network, with nothing of ours in reach
   */
  readonly network?: Placement & { readonly securityGroupId: pulumi.Input<string> };
  /** Minutes until AWS stops the build. @default 60 */
  readonly timeoutMinutes?: number;
}

/** Work of a pipeline: on ARM64 like the tasks, with its log and artifacts encrypted, and with rights of its own. */
export class BuildProject extends pulumi.ComponentResource {
  /** For the pipeline's action. */
  public readonly projectName: pulumi.Output<string>;
  public readonly projectArn: pulumi.Output<string>;
  public readonly roleArn: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: BuildProjectArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:BuildProject", name, args, opts);
    const { description, buildspec, environment, docker, artifacts, location, network, timeoutMinutes = 60 } = args;
    if (timeoutMinutes < SHORTEST || timeoutMinutes > LONGEST)
      invalid(this, "timeoutMinutes", `${timeoutMinutes} is not offered by AWS`, `Use ${SHORTEST} to ${LONGEST}`);

    const mine = { parent: this };
    const logs = logGroup(this, `${name}-logs`, args);
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        assumeRolePolicy: trustService("codebuild.amazonaws.com", location.accountId),
        ...(args.roleName === undefined ? {} : { name: args.roleName }),
      },
      mine,
    );
    const permission = new aws.iam.RolePolicy(
      `${name}-may`,
      {
        role: role.id,
        policy: policyDocument([
          {
            Sid: "Log",
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${logs.arn}:*`,
          },
          ...artifactStatements(artifacts, location, args.artifactUse),
          ...(network ? networkStatements(location, network.subnetIds) : []),
          ...args.statements,
        ]),
      },
      mine,
    );
    const project = new aws.codebuild.Project(
      `${name}-project`,
      {
        description,
        serviceRole: role.arn,
        encryptionKey: artifacts.kmsKeyArn,
        buildTimeout: timeoutMinutes,
        projectVisibility: "PRIVATE",
        source: { type: "CODEPIPELINE", buildspec: buildspecText(buildspec) },
        artifacts: { type: "CODEPIPELINE" },
        environment: {
          type: "ARM_CONTAINER",
          computeType: "BUILD_GENERAL1_MEDIUM",
          image: IMAGE,
          privilegedMode: docker === "run",
          environmentVariables: Object.entries(environment).map(([key, value]) => ({
            name: key,
            value,
            type: "PLAINTEXT",
          })),
        },
        logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: logs.name }, s3Logs: { status: "DISABLED" } },
        ...(network
          ? {
              vpcConfig: {
                vpcId: network.vpcId,
                subnets: network.subnetIds,
                securityGroupIds: [network.securityGroupId],
              },
            }
          : {}),
      },
      // CodeBuild tries the role out when the project is made.
      { ...mine, dependsOn: [permission] },
    );

    this.projectName = project.name;
    this.projectArn = project.arn;
    this.roleArn = role.arn;
    this.logGroupName = logs.name;
    this.registerOutputs({ projectName: this.projectName, projectArn: this.projectArn });
  }
}
