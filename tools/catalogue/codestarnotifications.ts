import { made } from "./entry";
import { free } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "codestarnotifications/notificationRule:NotificationRule": {
    price: free("events of AWS itself are free"),
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{arn:codestar-notifications}notificationrule/{hex40}",
    },
    partOf: "codepipeline/pipeline:Pipeline",
  },
});
