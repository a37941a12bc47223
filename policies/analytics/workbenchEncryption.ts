import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const DESKTOP = "aws:workspaces/workspace:Workspace";

/** Services on which people work with exports of the data: what matters is whose key it is. */
const KEYS: Readonly<Record<string, string>> = {
  "aws:sagemaker/notebookInstance:NotebookInstance": "kmsKeyId",
  "aws:sagemaker/domain:Domain": "kmsKeyId",
  "aws:sagemaker/endpointConfiguration:EndpointConfiguration": "kmsKeyArn",
  "aws:mwaa/environment:Environment": "kmsKey",
  "aws:appflow/flow:Flow": "kmsArn",
  [DESKTOP]: "volumeEncryptionKey",
};

export const workbenchEncryption = rule({
  id: "workbench-encryption",
  title: "Notebooks, workflows and desktops encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)", "164.310(d)(1)"],
  remediation: "Name a key of this project",
  types: Object.keys(KEYS),
  check: (workbench) => [
    ourKey(workbench.at(KEYS[workbench.type] ?? "kmsKeyId"), "data is encrypted"),
    ...(workbench.type === DESKTOP ? ["rootVolumeEncryptionEnabled", "userVolumeEncryptionEnabled"] : []).map((flag) =>
      isTrue(workbench.at(flag), "the desktop's disk is not encrypted", `Set ${flag} to true`),
    ),
  ],
});
