import { made, others } from "./entry";
import { FREE, NO_METRIC } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "secretsmanager/secret:Secret": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{arn:secretsmanager}secret:{name}-{mixed6:secret}",
      namePrefix: "",
      policy: "",
    },
    replacedBy: "name namePrefix",
    drawn: "box",
    alarms: NO_METRIC,
  },
  "secretsmanager/secretVersion:SecretVersion": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{.secretId}|{=versionId}",
      arn: "{.secretId}",
      secretArn: "{.secretId}",
      versionId: "{uuid}",
      versionStages: ["AWSCURRENT"],
    },
    replacedBy: "secretBinary secretId secretString secretStringWoVersion",
    partOf: "secretsmanager/secret:Secret",
  },
});

export const OTHERS = others({
  "secretsmanager/secretPolicy:SecretPolicy": { outputs: { id: "{.secretArn}" }, replacedBy: "secretArn" },
  "secretsmanager/secretRotation:SecretRotation": {
    outputs: { id: "{.secretId}", rotationEnabled: true },
    replacedBy: "secretId",
  },
});
