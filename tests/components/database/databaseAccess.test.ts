import { strict as assert } from "node:assert";
import { DatabaseAccess } from "../../../components/database/databaseAccess";
import { deploy } from "../../harness";

describe("DatabaseAccess", () => {
  it("opens 5432 between two security groups, at both ends and to nobody else", async () => {
    const args = { securityGroupId: "sg-database", from: "sg-app" };
    const deployed = await deploy((opts) => new DatabaseAccess("app-db", args, opts));
    const into = deployed.one("vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    const out = deployed.one("vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    const ends = ({ inputs }: typeof into) => [inputs["securityGroupId"], inputs["referencedSecurityGroupId"]];
    assert.deepEqual(ends(into), ["sg-database", "sg-app"]);
    assert.deepEqual(ends(out), ["sg-app", "sg-database"]);
    for (const { inputs, parent } of [into, out]) {
      assert.deepEqual([inputs["ipProtocol"], inputs["fromPort"], inputs["toPort"]], ["tcp", 5432, 5432]);
      assert.equal("cidrIpv4" in inputs || "cidrIpv6" in inputs || "prefixListId" in inputs, false);
      assert.equal(parent, "app-db");
    }
  });
});
