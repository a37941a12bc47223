import { priced } from "../priced";
import { part } from "../stack";

priced("Account", [
  [
    "management events of the first trail",
    [part("cloudtrail/trail:Trail", "t")],
    {},
    "management events, further copy",
    0,
  ],
  [
    "of a second one",
    [part("cloudtrail/trail:Trail", "t"), part("cloudtrail/trail:Trail", "u")],
    { managementEventsMillions: 1 },
    "management events, further copy",
    20,
  ],
  [
    "data events",
    [part("cloudtrail/trail:Trail", "t", { advancedEventSelectors: [{ fieldSelectors: [{ equals: ["Data"] }] }] })],
    { objectPutsThousands: 400, objectGetsThousands: 600 },
    "reads and writes of PHI in S3",
    1,
  ],
  [
    "a feature of GuardDuty that is on",
    [
      part("guardduty/detector:Detector", "d"),
      part("guardduty/detectorFeature:DetectorFeature", "f", { name: "S3_DATA_EVENTS", status: "ENABLED" }),
    ],
    { objectPutsThousands: 400, objectGetsThousands: 600 },
    "calls to S3",
    0.8,
  ],
  [
    "one that is off",
    [part("guardduty/detectorFeature:DetectorFeature", "f", { name: "S3_DATA_EVENTS", status: "DISABLED" })],
    {},
    "calls to S3",
    0,
  ],
]);
