import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** One branch of one repository. The repository itself is never made or deleted here: it outlives every environment. */
export type Source =
  | {
      readonly provider: "github";
      /** `owner/name`. */
      readonly repository: string;
      readonly branch: string;
      /** Output of SourceConnection. */
      readonly connectionArn: pulumi.Input<string>;
    }
  | {
      readonly provider: "codecommit";
      /** Of this account and region. */
      readonly repositoryName: string;
      readonly branch: string;
    };

/** Stops for what CodePipeline would find out at the first run only. */
export function refuseSource(component: pulumi.Resource, field: string, source: Source): void {
  const { branch } = source;
  if (branch === "" || /[\s*?~^:\\]|\.\.|^\/|\/$/.test(branch))
    invalid(component, `${field}.branch`, `"${branch}" is not a branch`, "Write the name itself, such as main");
  if (source.provider === "github" && !/^[\w.-]+\/[\w.-]+$/.test(source.repository))
    invalid(component, `${field}.repository`, `"${source.repository}" is not a GitHub repository`, "Write owner/name");
  if (source.provider === "codecommit" && !/^[\w.-]{1,100}$/.test(source.repositoryName))
    invalid(
      component,
      `${field}.repositoryName`,
      `"${source.repositoryName}" is not a CodeCommit repository`,
      "Write its name without the account or region",
    );
}

/** The source action of a pipeline. Starting is the business of triggers, so that one push never starts two runs. */
export function sourceAction(name: string, source: Source) {
  const action = { name, category: "Source", owner: "AWS", version: "1", outputArtifacts: [name] };
  return source.provider === "github"
    ? {
        ...action,
        // The action keeps the old name of connections: AWS, "CodeStarSourceConnection" action reference.
        provider: "CodeStarSourceConnection",
        configuration: {
          ConnectionArn: source.connectionArn,
          FullRepositoryId: source.repository,
          BranchName: source.branch,
          OutputArtifactFormat: "CODE_ZIP",
          DetectChanges: "false",
        },
      }
    : {
        ...action,
        provider: "CodeCommit",
        configuration: {
          RepositoryName: source.repositoryName,
          BranchName: source.branch,
          OutputArtifactFormat: "CODE_ZIP",
          PollForSourceChanges: "false",
        },
      };
}

/** What the pipeline's role needs to read its sources. */
export function sourceStatements(sources: readonly Source[], { accountId, region }: Location): Statement[] {
  return sources.map((source, index): Statement => {
    const common = { Sid: `Source${index + 1}`, Effect: "Allow" as const };
    return source.provider === "github"
      ? {
          ...common,
          // A connection answers to either name, whichever the service in between uses.
          Action: ["codeconnections:UseConnection", "codestar-connections:UseConnection"],
          Resource: source.connectionArn,
        }
      : {
          ...common,
          Action: [
            "codecommit:GetBranch",
            "codecommit:GetCommit",
            "codecommit:GetRepository",
            "codecommit:UploadArchive",
            "codecommit:GetUploadArchiveStatus",
            "codecommit:CancelUploadArchive",
          ],
          Resource: `arn:aws:codecommit:${region}:${accountId}:${source.repositoryName}`,
        };
  });
}
