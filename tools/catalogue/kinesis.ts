import { others } from "./entry";

export const OTHERS = others({
  "kinesis/stream:Stream": { outputs: { id: "{=arn}", arn: "{arn:kinesis}stream/{name}" }, replacedBy: "name" },
  "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    outputs: {
      id: "{=arn}",
      arn: "{arn:firehose}deliverystream/{name}",
      destinationId: "destinationId-000000000001",
      versionId: "1",
    },
  },
});
