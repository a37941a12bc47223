import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { CLIENTS } from "../shared/userPools";

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
/** A working day, and what Cognito takes when nothing is written: "TokenValidityUnitsType" and UserPoolClient. */
const MOST = { access: 8 * 3600, refresh: 30 * 86_400 };

export const userPoolClientTokenValidity = rule({
  id: "user-pool-client-token-validity",
  title: "Tokens expire within a working day and sessions within 30 days, and both can be revoked",
  family: "identity",
  severity: "medium",
  controls: ["164.312(d)", "164.312(a)(1)", "164.312(a)(2)(iii)"],
  remediation:
    "Set accessTokenValidity and idTokenValidity to 1 hour, refreshTokenValidity to 30 days or less, with tokenValidityUnits; leave enableTokenRevocation enabled",
  types: CLIENTS,
  check: (client) => {
    const revocation = client.at("enableTokenRevocation");
    return [
      lasts(client, "accessTokenValidity", "accessToken", "hours", MOST.access),
      lasts(client, "idTokenValidity", "idToken", "hours", MOST.access),
      lasts(client, "refreshTokenValidity", "refreshToken", "days", MOST.refresh),
      revocation.unknown
        ? revocation.later()
        : revocation.flag === false
          ? revocation.refuse("a stolen session cannot be revoked")
          : undefined,
    ];
  },
});

function lasts(client: Resource, property: string, key: string, standard: string, most: number): Outcome | undefined {
  const validity = client.at(property);
  const unit: Field = client.at("tokenValidityUnits", key);
  if (validity.unknown) return validity.later();
  if (validity.absent) return undefined;
  if (unit.unknown) return unit.later();
  const name = unit.text ?? standard;
  const seconds = (validity.number ?? Number.POSITIVE_INFINITY) * (SECONDS[name] ?? Number.POSITIVE_INFINITY);
  return seconds > most
    ? validity.refuse(`a stolen token gives access to records for ${String(validity.number)} ${name}`)
    : undefined;
}
