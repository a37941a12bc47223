import { others } from "./entry";

export const OTHERS = others({
  "resiliencehub/resiliencyPolicy:ResiliencyPolicy": {
    outputs: {
      id: "{=arn}",
      arn: "{arn:resiliencehub}resiliency-policy/{uuid}",
      estimatedCostTier: "L1",
    },
  },
});
