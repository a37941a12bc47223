import { strict as assert } from "node:assert";
import { SECRET_CONTRACTS, type SecretContract } from "../../../components/security/secretContract";
import { contractTables } from "../../../lab/docs/secretContractTable";

const EXAMPLE: SecretContract = {
  vendor: "example",
  purpose: "Letters",
  keys: [{ name: "EXAMPLE_KEY", meaning: "Sends a|b", looksLike: "letters" }],
  rotationDays: 30,
  phi: "minimum",
  phiRule: "No diagnosis",
  agreement: "Required",
};

describe("the page of secret contracts", () => {
  it("says for each vendor what to write, how often, and what it may know", () => {
    assert.equal(
      contractTables([EXAMPLE]),
      [
        "## example",
        "",
        "Letters. Replace the values every 30 days.",
        "",
        "| Key and variable | What it is for | What it looks like |",
        "| --- | --- | --- |",
        "| `EXAMPLE_KEY` | Sends a\\|b | letters |",
        "",
        "- PHI: the minimum necessary. No diagnosis.",
        "- Business associate agreement: Required.",
        "",
      ].join("\n"),
    );
  });

  it("has every vendor and every key", () => {
    const page = contractTables(Object.values(SECRET_CONTRACTS));
    for (const { vendor, keys } of Object.values(SECRET_CONTRACTS)) {
      assert.match(page, new RegExp(`^## ${vendor}$`, "m"));
      for (const { name } of keys) assert.match(page, new RegExp(`^\\| \`${name}\` \\|`, "m"));
    }
  });
});
