import { strict as assert } from "node:assert";
import { AliasRecord, type AliasRecordArgs } from "../../../components/edge/aliasRecord";
import { deploy } from "../../harness";

const ARGS: AliasRecordArgs = {
  name: "api.example.com",
  hostedZoneId: "Z111",
  target: { dnsName: "api.elb.amazonaws.com", zoneId: "Z35SXDOTRQ7X7K" },
  ipv6: false,
};
const record = async (changes: Partial<AliasRecordArgs> = {}) =>
  (await deploy((opts) => new AliasRecord("api", { ...ARGS, ...changes }, opts))).all("route53/record:Record");

describe("AliasRecord", () => {
  it("points the name at the target's name and zone, not at its own zone", async () => {
    const [only, ...more] = await record();
    assert.equal(more.length, 0);
    assert.deepEqual(
      [only?.inputs["type"], only?.inputs["name"], only?.inputs["zoneId"]],
      ["A", "api.example.com", "Z111"],
    );
    assert.deepEqual(only?.inputs["aliases"], [
      { name: "api.elb.amazonaws.com", zoneId: "Z35SXDOTRQ7X7K", evaluateTargetHealth: false },
    ]);
  });

  it("has an AAAA record when the target answers on IPv6", async () => {
    assert.deepEqual(
      (await record({ ipv6: true })).map(({ inputs }) => inputs["type"]),
      ["A", "AAAA"],
    );
  });

  it("follows the target's health when asked", async () => {
    const [only] = await record({ followHealth: true });
    assert.equal(only?.inputs["aliases"][0].evaluateTargetHealth, true);
  });
});
