import { made } from "./entry";
import { free } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "codeconnections/connection:Connection": {
    price: free("connections are free"),
    seconds: CALL,
    outputs: {
      id: "{=arn}",
      arn: "{arn:codeconnections}connection/{uuid:connection}",
      // A person completes the handshake in the console.
      connectionStatus: "PENDING",
    },
    replacedBy: "hostArn name providerType",
    partOf: "codepipeline/pipeline:Pipeline",
  },
});
