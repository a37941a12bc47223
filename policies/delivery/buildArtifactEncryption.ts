import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const PROJECT = "aws:codebuild/project:Project";
const PIPELINE = "aws:codepipeline/pipeline:Pipeline";

export const buildArtifactEncryption = rule({
  id: "build-artifact-encryption",
  title: "Artifacts of builds and pipelines are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encryptionKey to a key of this project that every role of the pipeline may use",
  types: [PROJECT, PIPELINE, "aws:codeartifact/domain:Domain"],
  check: (resource) => {
    if (resource.type === PIPELINE)
      return resource
        .at("artifactStores")
        .items.map((each) => ourKey(each.at("encryptionKey", "id"), "artifacts are encrypted"));
    const kept = ["artifacts", "secondaryArtifacts"].flatMap((each) => resource.at(each).items);
    return [
      ourKey(resource.at("encryptionKey"), "artifacts are encrypted"),
      ...kept.map((each) => isNotTrue(each.at("encryptionDisabled"), "artifacts are stored unencrypted")),
      isNotTrue(resource.at("logsConfig", "s3Logs", "encryptionDisabled"), "build logs are stored unencrypted"),
    ];
  },
});
