import { isNotTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";

const V2 = "aws:apigatewayv2/integration:Integration";
const PLAIN = "patient data travels to the backend in clear text";

export const apiBackendTls = rule({
  id: "api-backend-tls",
  title: "APIs call their backends over TLS and verify their certificates",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Write an https:// uri; for a private HTTP API set tlsConfig.serverNameToVerify",
  types: ["aws:apigateway/integration:Integration", V2],
  check: (integration): Outcomes => {
    const uri = integration.at(integration.type === V2 ? "integrationUri" : "uri");
    if (uri.unknown && integration.type !== V2) return uri.later();
    const plain = /^http:/i.test(uri.text ?? "") ? uri.refuse(PLAIN) : undefined;
    if (integration.type !== V2)
      return [
        plain,
        isNotTrue(integration.at("tlsConfig", "insecureSkipVerification"), "the backend's certificate is not verified"),
      ];
    const link = integration.at("connectionType").text === "VPC_LINK";
    const name = integration.at("tlsConfig", "serverNameToVerify");
    if (!link) return uri.unknown ? uri.later() : plain;
    return isGiven(name, `${PLAIN}: without it a VPC link speaks HTTP`) ?? plain;
  },
});
