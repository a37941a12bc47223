import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { textAt } from "../fields";
import type { Item } from "../line";
import { share, type Context, type Rules } from "../rule";

const POOL = "cognito/userPool:UserPool";
const service = "Cognito";
/** Users a month that the tiers Lite and Essentials have for nothing, for good: "Amazon Cognito pricing", 2026-11. */
const FREE_USERS = 10_000;
const TIERS = { LITE: "cognito.lite", ESSENTIALS: "cognito.essentials", PLUS: "cognito.plus" } as const;

export const IDENTITY_RULES = { [POOL]: pool } satisfies Rules;

function pool(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] | undefined {
  // AWS gives a pool this tier if none is named.
  const tier = textAt(resource, "userPoolTier") || "ESSENTIALS";
  if (tier !== "LITE" && tier !== "ESSENTIALS" && tier !== "PLUS") return undefined;
  const among = graph.all(POOL).length;
  const users = tier === "PLUS" ? usage.users : Math.max(0, usage.users - FREE_USERS);
  const texts = share(usage.textMessages, among);
  const sendsTexts = resource.inputs["smsConfiguration"] !== undefined;
  return [
    {
      service,
      what: `active users, tier ${tier}`,
      quantity: share(users, among),
      price: TIERS[tier],
      ...(tier === "PLUS" ? { purpose: "threat protection: leaked passwords and takeovers are noticed" } : {}),
    },
    ...(sendsTexts
      ? ([
          { service, what: "codes by text message", quantity: texts, price: "sms.message" },
          { service, what: "fees of carriers", quantity: texts, price: "sms.carrier" },
          { service, what: "number that texts come from", quantity: 1, price: "sms.number" },
        ] as const)
      : []),
  ];
}
