import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

const REGISTRY = "aws:ecrpublic/repository:Repository";

export const buildPublic = rule({
  id: "build-public",
  title: "Builds, their logs and their images are not public",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Leave projectVisibility out, and push to a private repository",
  types: ["aws:codebuild/project:Project", REGISTRY],
  check: (resource) =>
    resource.type === REGISTRY
      ? resource.at("repositoryName").refuse("everyone can pull images from a public registry", "Use an ecr Repository")
      : isOneOf(
          resource.at("projectVisibility"),
          ["PRIVATE"],
          "everyone can read the build's log and artifacts",
          "PRIVATE",
        ),
});
