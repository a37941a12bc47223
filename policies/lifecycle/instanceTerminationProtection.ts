import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const FLAGS: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "disableApiTermination",
  "aws:emr/cluster:Cluster": "terminationProtection",
};

export const instanceTerminationProtection = rule({
  id: "instance-termination-protection",
  title: "Single machines and clusters have termination protection",
  family: "deletion-protection",
  severity: "low",
  controls: ["164.308(a)(7)(ii)(B)"],
  remediation: "Set it to true, or let an Auto Scaling group replace the machine",
  types: Object.keys(FLAGS),
  // What is replaced without loss needs none: whether that is so, only its owner knows.
  level: "advisory",
  check: (machine) =>
    isTrue(
      machine.at(FLAGS[machine.type] ?? "disableApiTermination"),
      "a single API call terminates it and deletes its disks",
    ),
});
