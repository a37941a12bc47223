import { strict as assert } from "node:assert";
import { SourceConnection } from "../../../components/delivery/sourceConnection";
import { deploy } from "../../harness";

const connect = (connectionName: string) => deploy((opts) => new SourceConnection("github", { connectionName }, opts));

describe("SourceConnection", () => {
  it("is a connection to GitHub under its present name", async () => {
    const { inputs } = (await connect("telehealth-prod")).one("codeconnections/connection:Connection");
    assert.deepEqual(inputs, { name: "telehealth-prod", providerType: "GitHub" });
  });

  for (const name of ["", "a".repeat(33), "with space"])
    it(`refuses the name "${name}"`, () => assert.rejects(connect(name), /connectionName: .* is refused by AWS/));
});
