import type { Rule } from "../rule";
import { containerSecrets } from "./containerSecrets";
import { credentialText } from "./credentialText";
import { functionSecrets } from "./functionSecrets";
import { literalCredentials } from "./literalCredentials";
import { masterPasswords } from "./masterPasswords";
import { parameterSecrets } from "./parameterSecrets";
import { secretVersions } from "./secretVersions";
import { startScripts } from "./startScripts";
import { webSecrets } from "./webSecrets";

export const secretsRules: readonly Rule[] = [
  containerSecrets,
  credentialText,
  functionSecrets,
  literalCredentials,
  masterPasswords,
  parameterSecrets,
  secretVersions,
  startScripts,
  webSecrets,
];
