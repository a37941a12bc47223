import type { PricedType } from "../../../catalogue";
import type { Rule, Rules } from "../rule";
import { ACCOUNT_RULES } from "./account";
import { BACKUP_RULES } from "./backup";
import { COMPUTE_RULES } from "./compute";
import { DATABASE_RULES } from "./database";
import { DELIVERY_RULES } from "./delivery";
import { EDGE_RULES } from "./edge";
import { FIREWALL_RULES } from "./firewall";
import { IDENTITY_RULES } from "./identity";
import { LOG_RULES } from "./logs";
import { NETWORK_RULES } from "./network";
import { SECURITY_RULES } from "./security";
import { STORAGE_RULES } from "./storage";
import { WATCH_RULES } from "./watch";

/** Every type that has a price, by the catalogue. */
const PRICED: Readonly<Record<PricedType, Rule>> = {
  ...NETWORK_RULES,
  ...DATABASE_RULES,
  ...STORAGE_RULES,
  ...COMPUTE_RULES,
  ...EDGE_RULES,
  ...FIREWALL_RULES,
  ...IDENTITY_RULES,
  ...SECURITY_RULES,
  ...LOG_RULES,
  ...WATCH_RULES,
  ...BACKUP_RULES,
  ...DELIVERY_RULES,
  ...ACCOUNT_RULES,
};

export const RULES: Rules = PRICED;
