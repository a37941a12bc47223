import { others } from "./entry";

export const OTHERS = others({
  "sfn/stateMachine:StateMachine": {
    outputs: { id: "{=arn}", arn: "{arn:states}stateMachine:{name}", status: "ACTIVE" },
    replacedBy: "name namePrefix type",
  },
});
