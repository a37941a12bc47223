import { made } from "./entry";
import { quiet } from "./reasons";
import { CALL, USES_NEW_ROLE } from "./seconds";

export const MADE = made({
  "guardduty/detector:Detector": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{hex32}",
      arn: "{arn:guardduty}detector/{id}",
      accountId: "{account}",
      findingPublishingFrequency: "SIX_HOURS",
    },
    drawn: "box",
    alarms: quiet("what it finds arrives as an event, which goes to the topic"),
  },
  "guardduty/detectorFeature:DetectorFeature": {
    price: "priced",
    seconds: CALL,
    outputs: { id: "{.detectorId}/{.name}" },
    replacedBy: "detectorId name",
    partOf: "guardduty/detector:Detector",
  },
  "guardduty/malwareProtectionPlan:MalwareProtectionPlan": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: {
      id: "{hex20}",
      arn: "{arn:guardduty}malware-protection-plan/{id}",
      createdAt: "2024-01-01T00:00:00Z",
      status: "ACTIVE",
    },
    partOf: "s3/bucket:Bucket",
  },
});
