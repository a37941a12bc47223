import { made, others } from "./entry";
import { quiet } from "./reasons";
import { USES_NEW_ROLE } from "./seconds";

export const MADE = made({
  "codepipeline/pipeline:Pipeline": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: { id: "{name}", arn: "{arn:codepipeline}{name}", triggerAlls: [] },
    replacedBy: "name",
    drawn: "box",
    alarms: quiet("a run that fails is notified"),
  },
});

export const OTHERS = others({
  "codepipeline/webhook:Webhook": {
    outputs: {
      id: "{=arn}",
      arn: "{arn:codepipeline}webhook:{name}",
      url: "https://{region}.webhooks.aws/trigger?t={mixed64}&v=1",
    },
  },
});
