import { isNotFalse, isTrue } from "../engine/expect";
import { rule } from "../rule";

const RECORDER = "aws:cfg/recorderStatus:RecorderStatus";
const DETECTOR = "aws:guardduty/detector:Detector";
const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const MACIE = "aws:macie2/account:Account";
/** What this platform has: files, a database, and people who sign in. */
const NEEDED = /^(S3_DATA_EVENTS|RDS_LOGIN_EVENTS|LAMBDA_NETWORK_LOGS|RUNTIME_MONITORING)$/;

export const detectorsSwitchedOn = rule({
  id: "detectors-switched-on",
  title: "Detectors that watch the account are enabled",
  family: "effective-settings",
  severity: "high",
  controls: ["164.308(a)(1)(ii)(D)", "164.312(b)", "164.308(a)(6)(ii)"],
  remediation: "Enable it, or leave the resource out",
  types: [RECORDER, DETECTOR, FEATURE, MACIE],
  check: (resource) => {
    if (resource.type === RECORDER) return isTrue(resource.at("isEnabled"), "the recorder exists but records nothing");
    if (resource.type === DETECTOR)
      return [
        isNotFalse(resource.at("enable"), "the detector exists but detects nothing"),
        isNotFalse(resource.at("datasources", "s3Logs", "enable"), "file reads are not monitored"),
      ];
    const status = resource.at("status");
    if (status.unknown) return status.later();
    const off = status.text === (resource.type === MACIE ? "PAUSED" : "DISABLED");
    const needed = resource.type === MACIE || NEEDED.test(resource.at("name").text ?? "");
    return off && needed ? status.refuse("it exists but detects nothing") : undefined;
  },
});
