import { strict as assert } from "node:assert";
import { CREATABLE, checkEngineVersion, creatableVersions, majorOf } from "../../../components/database/engineVersions";

describe("engine versions", () => {
  for (const version of ["15", "15.10", "15.12", "15.13", "15.14", "15.15", "15.17"])
    it(`accepts ${version}`, () => {
      assert.equal(checkEngineVersion(version), undefined);
    });

  it("accepts a minor that came out after our list", () => {
    assert.equal(checkEngineVersion("15.99"), undefined);
  });

  for (const [version, said] of [
    ["15.3", /no longer creates clusters of Aurora PostgreSQL 15\.3 \(list of 2026-07-22\)/],
    ["15.8", /no longer creates/],
    ["15.11", /no longer creates/],
    ["14.9", /PostgreSQL 14 is not a major/],
    ["16", /PostgreSQL 16 is not a major/],
    ["15.", /not a PostgreSQL version/],
    ["15.3.1", /not a PostgreSQL version/],
    ["latest", /not a PostgreSQL version/],
    ["", /not a PostgreSQL version/],
  ] as const)
    it(`refuses "${version}"`, () => {
      assert.match(checkEngineVersion(version) ?? "", said);
    });

  it("offers only what it accepts", () => {
    assert.equal(creatableVersions().length > 0, true);
    assert.deepEqual(creatableVersions().filter(checkEngineVersion), []);
  });

  it("says when and where each list was seen", () => {
    for (const { asOf, source, minors } of Object.values(CREATABLE)) {
      assert.match(asOf, /^\d{4}-\d\d-\d\d$/);
      assert.notEqual(source, "");
      assert.deepEqual(
        [...minors],
        [...minors].sort((a, b) => a - b),
      );
    }
  });

  it("finds the major, which names the parameter family", () => {
    assert.deepEqual(["15", "15.17"].map(majorOf), ["15", "15"]);
  });
});
