import type * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { type ArtifactStore, artifactStatements } from "./artifactBucket";
import { type Source, sourceAction, sourceStatements } from "./source";

/** Who has to agree before the database and the service change, and where he is told. */
export type Approval =
  | "none"
  | {
      readonly topicArn: pulumi.Input<string>;
      /** Key of the topic: the pipeline publishes with its own role. */
      readonly topicKmsKeyArn: pulumi.Input<string>;
    };

/** How later actions read what the build exports: AWS, "Variables". */
const IMAGE_TAG = "#{Build.IMAGE_TAG}";

export interface StagesSpec {
  readonly application: Source;
  readonly infrastructure: Source;
  readonly approval: Approval;
  /** Names of the CodeBuild projects. */
  readonly image: pulumi.Input<string>;
  readonly migrate: pulumi.Input<string>;
  readonly deploy: pulumi.Input<string>;
}

/** In this order, each after the one before has succeeded. */
export function pipelineStages({ application, infrastructure, approval, image, migrate, deploy }: StagesSpec) {
  const codeBuild = { category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" };
  const release = (name: string, project: pulumi.Input<string>) => ({
    ...codeBuild,
    name,
    inputArtifacts: ["Infrastructure"],
    configuration: {
      ProjectName: project,
      EnvironmentVariables: JSON.stringify([{ name: "IMAGE_TAG", value: IMAGE_TAG, type: "PLAINTEXT" }]),
    },
  });
  return [
    {
      name: "Source",
      actions: [sourceAction("Application", application), sourceAction("Infrastructure", infrastructure)],
    },
    {
      name: "Build",
      actions: [
        {
          ...codeBuild,
          name: "Image",
          namespace: "Build",
          inputArtifacts: ["Application"],
          outputArtifacts: ["Reports"],
          configuration: { ProjectName: image },
        },
      ],
    },
    ...(approval === "none" ? [] : [approvalStage(approval.topicArn)]),
    { name: "Migrate", actions: [release("Migration", migrate)] },
    // Applies the tag of the last good run again, so that Pulumi's state and what ECS went back to agree.
    { name: "Deploy", actions: [release("Release", deploy)], onFailure: { result: "ROLLBACK" } },
  ];
}

function approvalStage(topicArn: pulumi.Input<string>) {
  return {
    name: "Approval",
    actions: [
      {
        name: "Approve",
        category: "Approval",
        owner: "AWS",
        provider: "Manual",
        version: "1",
        configuration: {
          NotificationArn: topicArn,
          CustomData: `Image ${IMAGE_TAG} passed tests and scans. Approving migrates the database and deploys it.`,
        },
      },
    ],
  };
}

/** What the pipeline itself does; the builds have roles of their own. */
export function pipelineStatements(
  sources: readonly Source[],
  store: ArtifactStore,
  projectArns: readonly pulumi.Input<string>[],
  approval: Approval,
  location: Location,
): Statement[] {
  return [
    ...sourceStatements(sources, location),
    ...artifactStatements(store, location, { reads: "all", writes: "all" }),
    {
      Sid: "Builds",
      Effect: "Allow",
      Action: ["codebuild:StartBuild", "codebuild:BatchGetBuilds"],
      Resource: [...projectArns],
    },
    ...(approval === "none" ? [] : approvalStatements(approval, location)),
  ];
}

function approvalStatements(
  { topicArn, topicKmsKeyArn }: Exclude<Approval, "none">,
  { region }: Location,
): Statement[] {
  return [
    { Sid: "AskForApproval", Effect: "Allow", Action: "sns:Publish", Resource: topicArn },
    {
      Sid: "ApprovalKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: topicKmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `sns.${region}.amazonaws.com` } },
    },
  ];
}
