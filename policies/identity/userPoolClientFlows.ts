import { rule } from "../rule";
import { CLIENTS } from "../shared/userPools";

const ADMIN = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];

export const userPoolClientFlows = rule({
  id: "user-pool-client-flows",
  title: "Clients without a secret cannot use the sign-in flows meant for servers",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)"],
  remediation:
    "Use ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH; a server that needs another flow is a client with generateSecret",
  types: CLIENTS,
  check: (client) => {
    const flows = client.at("explicitAuthFlows");
    const secret = client.at("generateSecret");
    return flows.items.map((each) => {
      if (each.unknown) return each.later();
      if (!ADMIN.includes(each.text?.toUpperCase() ?? "") || secret.flag === true) return undefined;
      return secret.unknown
        ? secret.later()
        : each.refuse(`${each.text ?? ""} bypasses the protections of the user's own sign-in`);
    });
  },
});
