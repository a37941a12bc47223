import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const LATTICE = ["aws:vpclattice/service:Service", "aws:vpclattice/serviceNetwork:ServiceNetwork"];
const KAFKA = "aws:msk/cluster:Cluster";
const SEARCH = ["aws:opensearch/domain:Domain"];

export const serviceWithoutAuthentication = rule({
  id: "service-without-authentication",
  title: "Brokers, search domains and service networks authenticate the caller",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Enable IAM authentication",
  types: [...LATTICE, KAFKA, ...SEARCH],
  check: (service) => {
    if (SEARCH.includes(service.type))
      return isNotTrue(
        service.at("advancedSecurityOptions", "anonymousAuthEnabled"),
        "anyone who can reach the domain can use it without signing in",
      );
    if (service.type === KAFKA)
      return isNotTrue(
        service.at("clientAuthentication", "unauthenticated"),
        "anyone who can reach the brokers can read and write without signing in",
      );
    const type = service.at("authType");
    if (type.unknown) return type.later();
    return type.text === "AWS_IAM"
      ? undefined
      : type.refuse("anyone in the network can call it without signing in", "Set authType to AWS_IAM");
  },
});
