import { made } from "./entry";
import { quiet } from "./reasons";

export const MADE = made({
  "cloudtrail/trail:Trail": {
    price: "priced",
    seconds: [2, 5, 30],
    outputs: {
      id: "{=arn}",
      arn: "{arn:cloudtrail}trail/{name}",
      homeRegion: "{region}",
      snsTopicArn: "",
    },
    replacedBy: "name",
    drawn: "box",
    alarms: quiet("what it records is watched by filters of its log group"),
  },
});
