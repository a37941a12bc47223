import { strict as assert } from "node:assert";
import {
  contractProblems,
  PLACEHOLDER,
  placeholderOf,
  SECRET_CONTRACTS,
  type SecretContract,
} from "../../../components/security/secretContract";

const CONTRACTS: readonly SecretContract[] = Object.values(SECRET_CONTRACTS);
const { stripe } = SECRET_CONTRACTS;
/** Put together here, so that no scanner finds a credential in this file. */
const STRIPE_VALUES = {
  STRIPE_SECRET_KEY: ["rk", "test", "x".repeat(24)].join("_"),
  STRIPE_WEBHOOK_SECRET: ["whsec", "y".repeat(24)].join("_"),
};

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
      for (const { pattern } of keys)
        assert.deepEqual(
          texts.filter((text) => pattern.test(text)),
          [],
        );
    }
  });

  it("keep PHI from a vendor that signs no agreement", () => {
    for (const { vendor, phi, agreement } of CONTRACTS) assert.equal(phi === "never", /^None/.test(agreement), vendor);
    assert.equal(stripe.phi, "never");
  });

  it("take the placeholder for the value of no key", () => {
    for (const { keys } of CONTRACTS) for (const { pattern } of keys) assert.doesNotMatch(PLACEHOLDER, pattern);
  });

  it("give a placeholder with every key and nothing else", () => {
    assert.deepEqual(JSON.parse(placeholderOf(stripe)), {
      STRIPE_SECRET_KEY: "REPLACE_ME",
      STRIPE_WEBHOOK_SECRET: "REPLACE_ME",
    });
  });
});

describe("the check of a secret", () => {
  const check = (changes: object) => contractProblems(stripe, JSON.stringify({ ...STRIPE_VALUES, ...changes }));

  it("finds nothing wrong with values of the right form", () => {
    assert.deepEqual(check({}), []);
  });

  it("finds every placeholder that is left", () => {
    for (const contract of CONTRACTS) {
      const problems = contractProblems(contract, placeholderOf(contract));
      assert.equal(problems.length, contract.keys.length);
      for (const each of problems) assert.match(each, /^[A-Z_]+: nobody has replaced the placeholder\. Write /);
    }
  });

  it("finds a missing key, a key that nobody reads and a value of another form, and quotes none of them", () => {
    const problems = check({
      STRIPE_WEBHOOK_SECRET: undefined,
      STRIPE_SECRET_KEY: "hunter2",
      STRIPE_TOKEN: "swordfish",
    });
    assert.deepEqual(
      problems.map((each) => each.split(". ")[0]),
      [
        "STRIPE_SECRET_KEY: it has another form",
        "STRIPE_WEBHOOK_SECRET: it is missing",
        "STRIPE_TOKEN: the contract has no such key",
      ],
    );
    assert.doesNotMatch(problems.join(), /hunter2|swordfish/);
  });

  it("finds a value that is no text", () => {
    assert.match(check({ STRIPE_SECRET_KEY: 42 }).join(), /^STRIPE_SECRET_KEY: it has another form/);
  });

  for (const text of ["", "swordfish", "null", "[]", '"swordfish"'])
    it(`refuses ${text === "" ? "an empty secret" : text}, without saying what it is`, () => {
      assert.deepEqual(contractProblems(stripe, text), [
        "stripe: the secret is no JSON object. Write one key per value",
      ]);
    });
});
