import { rule } from "../rule";

export const instanceMetadataTokens = rule({
  id: "instance-metadata-tokens",
  title: "Instance credentials cannot be obtained through a forged request",
  family: "effective-settings",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Set metadataOptions.httpTokens to required",
  types: [
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ],
  check: (machine) => {
    const options = machine.at("metadataOptions");
    const tokens = options.at("httpTokens");
    if (tokens.unknown) return tokens.later();
    if (options.at("httpEndpoint").text === "disabled" || tokens.text === "required") return undefined;
    // What a launch template says of it, or an image of today's defaults, is not seen here.
    return tokens.absent ? undefined : tokens.refuse("the metadata service answers requests without a token");
  },
});
