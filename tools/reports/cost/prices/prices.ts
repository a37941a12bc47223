import { DATA } from "./data";
import { NETWORK } from "./network";
import type { Price } from "./price";
import { WATCH } from "./watch";
import { WORK } from "./work";

/** The month these lists are of. */
export const PRICES_AS_OF = "2026-11";
export const PRICES_REGION = "us-east-1";
/** Printed beside every figure. */
export const PRICES_NOTE =
  `List prices of ${PRICES_REGION} in USD as known in ${PRICES_AS_OF}, before taxes, discounts and support. They were ` +
  "written down from general knowledge of AWS's public pricing pages, without looking them up: check the page beside a " +
  "price before you rely on it. Only the first tier of each price is used; other regions are taken at the same price.";

/** Every price that a rule may ask for. */
export const PRICES = { ...NETWORK, ...DATA, ...WORK, ...WATCH };
export type PriceName = keyof typeof PRICES;
/** What an estimate is made with: these, or others in their place. */
export type Prices = Readonly<Record<PriceName, Price>>;
