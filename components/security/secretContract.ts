/** One value that a vendor gives us, or that we agree on with it. Its name is its variable and its key in the secret. */
export interface ContractKey {
  readonly name: string;
  readonly meaning: string;
  /** What a right value looks like, in words: an example could be taken for a value, by people and by scanners. */
  readonly looksLike: string;
}

/** What a vendor's secret must hold, and what the vendor may be told about patients. */
export interface SecretContract {
  /** In lowercase: part of resource names. */
  readonly vendor: string;
  readonly purpose: string;
  readonly keys: readonly ContractKey[];
  /** Days after which an operator replaces the values. */
  readonly rotationDays: number;
  readonly phi: "never" | "minimum" | "yes";
  /** What follows for whoever writes the integration. */
  readonly phiRule: string;
  /** Business associate agreement: 45 CFR 164.504(e). */
  readonly agreement: string;
}

/** Stands where a value belongs until an operator writes it. Never a valid value of any key. */
const PLACEHOLDER = "REPLACE_ME";

/**
 * HIPAA asks for a procedure and names no number (45 CFR 164.308(a)(5)(ii)(D)). A quarter is what an operator still does
 * by hand, and few enough people come and go in it.
 */
const QUARTER = 90;

const STRIPE: SecretContract = {
  vendor: "stripe",
  purpose: "Payments and subscriptions",
  keys: [
    {
      name: "STRIPE_SECRET_KEY",
      meaning: "Calls the Stripe API; a restricted key with the rights the application needs",
      looksLike: "`rk_` or `sk_`, then `live_` (prod) or `test_`, then letters and digits",
    },
    {
      name: "STRIPE_WEBHOOK_SECRET",
      meaning: "Proves that an event comes from Stripe",
      looksLike: "`whsec_`, then letters and digits",
    },
  ],
  rotationDays: QUARTER,
  phi: "never",
  phiRule: 'Descriptions are generic ("Session"), customers are our own opaque ids: no diagnosis, service or note',
  agreement: "None: Stripe signs none. Payment processing itself is exempt (42 U.S.C. 1320d-8), anything more is not",
};

const TWILIO: SecretContract = {
  vendor: "twilio",
  purpose: "Reminders by SMS and voice, sign-in codes",
  keys: [
    {
      name: "TWILIO_ACCOUNT_SID",
      meaning: "Names our account",
      looksLike: "`AC` and 32 hexadecimal digits",
    },
    {
      name: "TWILIO_API_KEY_SID",
      meaning: "Names the API key of this environment, which can be revoked alone",
      looksLike: "`SK` and 32 hexadecimal digits",
    },
    {
      name: "TWILIO_API_KEY_SECRET",
      meaning: "Calls the Twilio API",
      looksLike: "32 letters and digits",
    },
    {
      name: "TWILIO_AUTH_TOKEN",
      meaning: "Proves that a webhook comes from Twilio; for calls there is the API key",
      looksLike: "32 hexadecimal digits",
    },
  ],
  rotationDays: QUARTER,
  phi: "minimum",
  phiRule:
    "A message says when, never why: no service, diagnosis or therapist's speciality. Phone numbers are PHI here",
  agreement: "Required before the first message: Twilio signs one and marks the account; only its eligible products",
};

const JOTFORM: SecretContract = {
  vendor: "jotform",
  purpose: "Intake forms",
  keys: [
    {
      name: "JOTFORM_API_KEY",
      meaning: "Fetches a submission once its webhook has named it",
      looksLike: "32 or more letters and digits",
    },
    {
      name: "JOTFORM_WEBHOOK_TOKEN",
      meaning:
        "Ours, random, in the query string of the webhook's URL: JotForm signs nothing, logs leave the query out",
      looksLike: "32 or more letters, digits, `-` and `_`",
    },
  ],
  rotationDays: QUARTER,
  phi: "yes",
  phiRule: "Forms are PHI: only in the account with HIPAA features on. Submissions are deleted there once we have them",
  agreement: "Required before the first form: JotForm signs one with the plans that have HIPAA features",
};

/** In the order of the documentation. */
export const SECRET_CONTRACTS = { stripe: STRIPE, twilio: TWILIO, jotform: JOTFORM } as const;

/** JSON with every key of the contract and no value: tasks start, and the vendor refuses what they send. */
export function placeholderOf({ keys }: SecretContract): string {
  return JSON.stringify(Object.fromEntries(keys.map(({ name }) => [name, PLACEHOLDER])));
}
