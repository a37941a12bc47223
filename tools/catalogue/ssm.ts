import { made, others } from "./entry";
import { CALL } from "./seconds";

export const MADE = made({
  "ssm/parameter:Parameter": {
    price: "priced",
    seconds: CALL,
    outputs: { id: "{name}", arn: "{arn:ssm}parameter{name}", version: 1, dataType: "text" },
    replacedBy: "name",
    partOf: "codepipeline/pipeline:Pipeline",
  },
});

export const OTHERS = others({
  "ssm/association:Association": { named: false },
});
