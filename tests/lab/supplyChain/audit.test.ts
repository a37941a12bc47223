import { strict as assert } from "node:assert";
import { readAudit } from "../../../lab/supplyChain/audit";

const URL = "https://github.com/advisories/GHSA-aaaa-bbbb-cccc";
const advisory = { source: 1, name: "thing", title: "Reads too far", url: URL, severity: "high", range: "<1.0.1" };
const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });
const vulnerable = report({
  thing: { name: "thing", severity: "high", via: [advisory], effects: ["other"] },
  // What needs a vulnerable package is listed too, for the same reason.
  other: { name: "other", severity: "high", via: ["thing"], effects: [] },
  third: { name: "third", severity: "high", via: [advisory], effects: [] },
});

describe("npm audit", () => {
  it("that knows nothing bad finds nothing", () => {
    assert.deepEqual(readAudit(report({})), { isServed: true, findings: [], accepted: [] });
  });

  it("names each vulnerability once", () => {
    const audit = readAudit(vulnerable);
    assert.deepEqual(audit.isServed && audit.findings, [
      { where: "thing <1.0.1", problem: `high: Reads too far. ${URL}` },
    ]);
  });

  it("is quiet about one that was accepted, and says why", () => {
    const accepted = { advisory: "GHSA-aaaa-bbbb-cccc", reason: "never called" };
    assert.deepEqual(readAudit(vulnerable, [accepted]), { isServed: true, findings: [], accepted: [accepted] });
    const other = readAudit(vulnerable, [{ ...accepted, advisory: "GHSA-xxxx-bbbb-cccc" }]);
    assert.equal(other.isServed && other.findings.length, 1);
  });

  for (const [what, text, why] of [
    [
      "that the registry refuses",
      JSON.stringify({ message: "405 - POST https://npm.example.com/x", statusCode: 405, error: {} }),
      "it answered 405",
    ],
    ["that prints nothing", "", "npm audit returned nothing readable"],
    ["that prints something else", "<html>", "npm audit returned nothing readable"],
  ] as const)
    it(`${what} is no clean one, and names no host`, () => {
      assert.deepEqual(readAudit(text), { isServed: false, why });
    });
});
