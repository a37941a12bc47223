import { isNotFalse, isTrue } from "../engine/expect";
import { rule } from "../rule";

/** Off unless it is written: the flag must be on. */
const FLAGS: Readonly<Record<string, string>> = {
  "aws:eks/cluster:Cluster": "deletionProtection",
  "aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber": "deletionProtectionEnabled",
  "aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool": "deletionProtectionEnabled",
  "aws:pinpoint/smsvoicev2SenderId:Smsvoicev2SenderId": "deletionProtectionEnabled",
};
/** On unless it is turned off, or such that nobody turns it off by accident. */
const KEPT: Readonly<Record<string, string>> = {
  "aws:cloudtrail/eventDataStore:EventDataStore": "terminationProtectionEnabled",
  "aws:cloudwatch/logGroup:LogGroup": "deletionProtectionEnabled",
  "aws:quicksight/accountSettings:AccountSettings": "terminationProtectionEnabled",
};
const POLICY_STORE = "aws:verifiedpermissions/policyStore:PolicyStore";

export const serviceDeletionProtection = rule({
  id: "service-deletion-protection",
  title: "Clusters, event stores, log groups and phone numbers have AWS's deletion protection",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  remediation: "Set deletion protection to true",
  types: [...Object.keys(FLAGS), ...Object.keys(KEPT), POLICY_STORE],
  lenientWhenEphemeral: true,
  check: (resource) => {
    const problem = "a single API call deletes it";
    if (resource.type === POLICY_STORE) {
      const mode = resource.at("deletionProtection");
      if (mode.unknown) return mode.later();
      return mode.text === "ENABLED" ? undefined : mode.refuse(problem, "Set it to ENABLED");
    }
    const flag = FLAGS[resource.type];
    return flag === undefined
      ? isNotFalse(resource.at(KEPT[resource.type] ?? ""), problem)
      : isTrue(resource.at(flag), problem);
  },
});
