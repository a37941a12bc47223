import { others } from "./entry";

export const OTHERS = others({
  "sesv2/emailIdentity:EmailIdentity": {
    outputs: {
      id: "{.emailIdentity}",
      arn: "{arn:ses}identity/{.emailIdentity}",
      identityType: "DOMAIN",
      verificationStatus: "PENDING",
      verifiedForSendingStatus: false,
    },
  },
  "sesv2/configurationSet:ConfigurationSet": {
    outputs: {
      id: "{.configurationSetName}",
      arn: "{arn:ses}configuration-set/{.configurationSetName}",
    },
  },
});
