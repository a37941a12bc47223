import { strict as assert } from "node:assert";
import { placeholderOf, SECRET_CONTRACTS, type SecretContract } from "../../../components/security/secretContract";

const CONTRACTS: readonly SecretContract[] = Object.values(SECRET_CONTRACTS);
const { stripe } = SECRET_CONTRACTS;
/** Anything that a scanner of secrets would take for one: a vendor's prefix and letters, or a long random word. */
const VALUE = /^(?:[rs]k_(?:live|test)_|whsec_)\w+$|^\w{32,}$/;

describe("the secret contracts", () => {
  it("name the keys that the application reads", () => {
    const keys = CONTRACTS.map(({ vendor, keys }) => [vendor, ...keys.map(({ name }) => name)].join(" "));
    assert.deepEqual(keys, [
      "stripe STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET",
      "twilio TWILIO_ACCOUNT_SID TWILIO_API_KEY_SID TWILIO_API_KEY_SECRET TWILIO_AUTH_TOKEN",
      "jotform JOTFORM_API_KEY JOTFORM_WEBHOOK_TOKEN",
    ]);
  });

  it("share no variable: a task has them all", () => {
    const names = CONTRACTS.flatMap(({ keys }) => keys.map(({ name }) => name));
    assert.equal(new Set(names).size, names.length);
  });

  it("hold no value and no example of one", () => {
    for (const { keys, ...rest } of CONTRACTS) {
      const words = [...Object.values(rest), ...keys.flatMap(({ meaning, looksLike }) => [meaning, looksLike])];
      const texts = words.join(" ").split(/\s+/);
      assert.deepEqual(
        texts.filter((text) => VALUE.test(text)),
        [],
      );
    }
  });

  it("keep PHI from a vendor that signs no agreement", () => {
    for (const { vendor, phi, agreement } of CONTRACTS) assert.equal(phi === "never", /^None/.test(agreement), vendor);
    assert.equal(stripe.phi, "never");
  });

  it("give a placeholder with every key and nothing else", () => {
    assert.deepEqual(JSON.parse(placeholderOf(stripe)), {
      STRIPE_SECRET_KEY: "REPLACE_ME",
      STRIPE_WEBHOOK_SECRET: "REPLACE_ME",
    });
  });
});
