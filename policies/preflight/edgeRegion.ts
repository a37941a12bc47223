import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const ACL = "aws:wafv2/webAcl:WebAcl";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const HOME = "us-east-1";

export const edgeRegion = rule({
  id: "edge-region",
  title: "Resources that CloudFront uses are created in us-east-1",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: 'Set its region to "us-east-1"',
  types: [ACL, "aws:wafv2/ipSet:IpSet", "aws:wafv2/ruleGroup:RuleGroup", DISTRIBUTION],
  check: (resource): Outcomes => {
    if (resource.type === DISTRIBUTION) {
      const [certificate, acl] = [resource.at("viewerCertificate", "acmCertificateArn"), resource.at("webAclId")];
      const region = certificate.text?.split(":")[3];
      return [
        certificate.unknown ? certificate.later() : undefined,
        region !== undefined && region !== HOME ? certificate.refuse(`the certificate is in ${region}`) : undefined,
        acl.unknown ? acl.later() : undefined,
        acl.text?.includes(":regional/")
          ? acl.refuse("the firewall is regional, for load balancers and APIs")
          : undefined,
      ];
    }
    const scope = resource.at("scope");
    if (scope.unknown) return scope.later();
    if (scope.text !== "CLOUDFRONT") return undefined;
    const own = resource.at("region");
    if (own.unknown) return own.later();
    const region = own.text ?? resource.provider?.at("region").text;
    return region === undefined || region === HOME
      ? undefined
      : own.refuse(`a firewall for CloudFront is created in ${region}`);
  },
});
