import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:lambda/function:Function": {
      holdsData: false,
      workloadSubnets: ["vpcConfig", "subnetIds"],
      named: ["name", /^[\w-]{1,64}$/, "at most 64 letters, digits, hyphens and underscores"],
    },
  },
  [
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    "aws:lambda/permission:Permission",
  ],
);

export const METRICS: Dimensions = {
  "AWS/Lambda": {
    FunctionName: subject(["name"], "aws:lambda/function:Function"),
    Resource: ANY,
    ExecutedVersion: ANY,
    EventSourceMappingUUID: ANY,
  },
};
