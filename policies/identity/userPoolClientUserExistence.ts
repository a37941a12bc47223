import { isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { CLIENTS } from "../shared/userPools";

export const userPoolClientUserExistence = rule({
  id: "user-pool-client-user-existence",
  title: "Sign-in does not reveal who has an account",
  family: "identity",
  severity: "medium",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation: "Set preventUserExistenceErrors to ENABLED: who is a patient is itself patient data",
  types: CLIENTS,
  check: (client) =>
    isOneOf(
      client.at("preventUserExistenceErrors"),
      ["ENABLED"],
      "a wrong password and an unknown user get different answers",
      "LEGACY",
    ),
});
