import type { Rule } from "../rule";
import { containerSecretValue } from "./containerSecretValue";
import { credentialText } from "./credentialText";
import { environmentSecretValue } from "./environmentSecretValue";
import { credentialValue } from "./credentialValue";
import { databasePasswordValue } from "./databasePasswordValue";
import { ssmParameterPlainSecret } from "./ssmParameterPlainSecret";
import { secretValueInProgram } from "./secretValueInProgram";
import { scriptSecretValue } from "./scriptSecretValue";
import { amplifySecretValue } from "./amplifySecretValue";

export const secretsRules: readonly Rule[] = [
  containerSecretValue,
  credentialText,
  environmentSecretValue,
  credentialValue,
  databasePasswordValue,
  ssmParameterPlainSecret,
  secretValueInProgram,
  scriptSecretValue,
  amplifySecretValue,
];
