import { made, others } from "./entry";
import { FREE } from "./reasons";

export const MADE = made({
  "sqs/queue:Queue": {
    price: "priced",
    // SQS answers for up to a minute with what was before.
    seconds: [25, 26, 60],
    outputs: {
      id: "{=url}",
      arn: "{arn:sqs}{name}",
      url: "https://sqs.{region}.{domain}/{account}/{name}",
      namePrefix: "",
      policy: "",
      redriveAllowPolicy: "",
      redrivePolicy: "",
      kmsDataKeyReusePeriodSeconds: 300,
      sqsManagedSseEnabled: true,
      deduplicationScope: "",
      fifoThroughputLimit: "",
    },
    replacedBy: "fifoQueue name namePrefix",
    named: { max: 80 },
    drawn: "box",
    alarms: "service",
  },
  "sqs/queuePolicy:QueuePolicy": {
    price: FREE.rights,
    seconds: [25, 26, 60],
    outputs: { id: "{.queueUrl}" },
    replacedBy: "queueUrl",
    partOf: "sqs/queue:Queue",
  },
  "sqs/redriveAllowPolicy:RedriveAllowPolicy": {
    price: FREE.rights,
    seconds: [25, 26, 60],
    outputs: { id: "{.queueUrl}" },
    partOf: "sqs/queue:Queue",
  },
});

export const OTHERS = others({
  "sqs/redrivePolicy:RedrivePolicy": { outputs: { id: "{.queueUrl}" } },
});
