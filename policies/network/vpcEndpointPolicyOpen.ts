import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isAnything, listOf, readDocument, textsOf } from "../shared/document";

export const vpcEndpointPolicyOpen = rule({
  id: "vpc-endpoint-policy-open",
  title: "No VPC endpoint policy allows everything to everybody",
  family: "network-exposure",
  severity: "medium",
  controls: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"],
  remediation: "Name the buckets, or add a condition on aws:ResourceAccount or aws:PrincipalAccount",
  types: ["aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy"],
  check: (endpoint): Outcomes => {
    const policy = endpoint.at("policy");
    if (policy.absent) return undefined;
    const document = readDocument(policy.value);
    if (document.state === "notKnown") return policy.later();
    if (document.state === "unreadable") return policy.refuse("is not a policy document");
    return document.statements.map((statement) => {
      const any = (key: string) => textsOf(statement[key]).some((each) => isAnything(each) || /^\w+:\*$/.test(each));
      const open =
        statement["Effect"] === "Allow" &&
        listOf(statement["Condition"]).length === 0 &&
        (any("Action") || statement["NotAction"] !== undefined) &&
        (any("Resource") || statement["NotResource"] !== undefined);
      return open
        ? policy.refuse("anything that runs in the VPC can copy data to other people's buckets and accounts")
        : undefined;
    });
  },
});
