import { rule } from "../rule";

export const cloudControlResource = rule({
  id: "cloud-control-resource",
  title: "No resource is created through Cloud Control, whose settings no rule reads",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(a)(1)"],
  remediation: "Use the resource's own type in @pulumi/aws, which the rules know",
  types: ["aws:cloudcontrol/resource:Resource"],
  check: (resource) => {
    const type = resource.at("typeName");
    return type.refuse(
      `${type.text ?? "a type that is not known yet"} is described by JSON text, which bypasses every rule about encryption and access`,
    );
  },
});
