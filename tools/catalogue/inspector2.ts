import { made } from "./entry";
import { quiet } from "./reasons";

export const MADE = made({
  "inspector2/enabler:Enabler": {
    price: "priced",
    seconds: [10, 60, 300],
    outputs: { id: "{account}" },
    drawn: "box",
    alarms: quiet("its findings are read in Security Hub"),
  },
});
