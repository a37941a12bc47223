import { made, others } from "./entry";
import { ACCOUNT_SETTING, FREE, NO_METRIC } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "ebs/encryptionByDefault:EncryptionByDefault": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "terraform-{digits26}" },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
  "ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{region}" },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
});

export const OTHERS = others({
  "ebs/defaultKmsKey:DefaultKmsKey": { outputs: { id: "{.keyArn}" } },
});
