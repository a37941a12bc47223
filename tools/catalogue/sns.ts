import { made, others } from "./entry";
import { FREE, free } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "sns/topic:Topic": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{arn:sns}{name}",
      namePrefix: "",
      owner: "{account}",
      beginningArchiveTime: "",
      policy: "",
      signatureVersion: 0,
    },
    replacedBy: "fifoTopic name namePrefix",
    drawn: "box",
    alarms: "service",
  },
  "sns/topicPolicy:TopicPolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.arn}", owner: "{account}" },
    replacedBy: "arn",
    partOf: "sns/topic:Topic",
  },
  "sns/topicSubscription:TopicSubscription": {
    price: free("events of AWS itself are free"),
    seconds: [1, 1, 60],
    outputs: {
      id: "{=arn}",
      arn: "{.topic}:{uuid:subscription}",
      // An address must be confirmed by its owner; a queue or a function confirms itself.
      pendingConfirmation: (subscription) => /^(email|http)/.test(subscription.input("protocol") ?? ""),
      confirmationWasAuthenticated: (subscription) => !/^(email|http)/.test(subscription.input("protocol") ?? ""),
      filterPolicyScope: "",
      ownerId: "{account}",
    },
    replacedBy: "endpoint protocol topic",
    partOf: "sns/topic:Topic",
  },
});

export const OTHERS = others({
  "sns/smsPreferences:SmsPreferences": { outputs: { id: "aws_sns_sms_id" } },
});
