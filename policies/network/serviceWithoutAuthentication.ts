import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const LATTICE = ["aws:vpclattice/service:Service", "aws:vpclattice/serviceNetwork:ServiceNetwork"];
const KAFKA = "aws:msk/cluster:Cluster";
const SEARCH = ["aws:opensearch/domain:Domain"];

export const serviceWithoutAuthentication = rule({
  id: "service-without-authentication",
  title: "Brokers, search domains and service networks ask who is calling",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Turn on IAM authentication",
  types: [...LATTICE, KAFKA, ...SEARCH],
  check: (service) => {
    if (SEARCH.includes(service.type))
      return isNotTrue(
        service.at("advancedSecurityOptions", "anonymousAuthEnabled"),
        "whoever reaches the domain may use it without a name",
      );
    if (service.type === KAFKA)
      return isNotTrue(
        service.at("clientAuthentication", "unauthenticated"),
        "whoever reaches the brokers may read and write without a name",
      );
    const type = service.at("authType");
    if (type.unknown) return type.later();
    return type.text === "AWS_IAM"
      ? undefined
      : type.refuse("whoever is in the network may call without a name", "Set authType to AWS_IAM");
  },
});
