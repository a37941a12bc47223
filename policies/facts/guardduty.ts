import { facts } from "./facts";

export const TYPES = facts({}, [
  "aws:guardduty/detector:Detector",
  "aws:guardduty/detectorFeature:DetectorFeature",
  "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan",
]);
