import { made } from "./entry";
import { quiet } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "accessanalyzer/analyzer:Analyzer": {
    price: "priced",
    seconds: CALL,
    outputs: { id: "{.analyzerName}", arn: "{arn:access-analyzer}analyzer/{.analyzerName}" },
    drawn: "box",
    alarms: quiet("its findings are read in Security Hub"),
  },
});
