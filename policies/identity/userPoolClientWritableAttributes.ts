import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { CLIENTS, decidesRights, USER_POOL } from "../shared/userPools";

export const userPoolClientWritableAttributes = rule({
  id: "user-pool-client-writable-attributes",
  title: "Users cannot change the attributes that decide what they may see",
  family: "identity",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"],
  remediation:
    "Set writeAttributes to names and contact data; without it a user can change every attribute in the pool",
  types: CLIENTS,
  check: (client) =>
    client.at("writeAttributes").items.map((each) => {
      if (each.unknown) return each.later();
      const name = each.text ?? "";
      return decidesRights(name)
        ? each.refuse(`a user can change their own ${name}, and with it whose records they see`)
        : undefined;
    }),
  checkInStack: (client, stack): Outcomes => {
    const written = client.at("writeAttributes");
    if (!written.absent) return undefined;
    const pools = stack.referred(client, client.at("userPoolId"), [USER_POOL]);
    const attributes = pools.flatMap((pool) => pool.at("schemas").items);
    // A pool elsewhere may have such attributes; one of this stack shows whether it has.
    const harmless =
      pools.length > 0 &&
      attributes.every((each) => !each.unknown && !decidesRights(each.at("name").text ?? "role")) &&
      pools.every((pool) => !pool.at("schemas").unknown);
    return harmless
      ? undefined
      : written.refuse("absent, so a user can change every attribute, including role and organization");
  },
});
