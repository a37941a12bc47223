import { strict as assert } from "node:assert";
import { growth, targetsOf } from "../../../lab/bench/targets";
import { grown, measurement, reportOf } from "./report";

const roles = (peakMb: number) => [{ role: "program", cpuSeconds: 3, peakMb }] as const;
const good = reportOf(
  measurement("preview-prod", 6, { cpuSeconds: 8, peakMb: 400, roles: roles(200) }),
  measurement("preview-prod-no-pack", 4.5, { cpuSeconds: 6 }),
  measurement("defaults-preview-prod", 20, { cpuSeconds: 32 }),
  ...grown(8.8, 32),
);
const bad = reportOf(
  measurement("preview-prod", 6.1, { cpuSeconds: 8.1, peakMb: 401, roles: roles(401) }),
  measurement("preview-prod-no-pack", 4.5, { cpuSeconds: 6 }),
  measurement("defaults-preview-prod", 20, { cpuSeconds: 32 }),
  ...grown(8.9, 40),
);

describe("targets of the benchmark", () => {
  it("are met up to and including the limit", () => {
    assert.deepEqual(
      targetsOf(good).map(({ met, got }) => [met, got]),
      [
        [true, "6.0 s"],
        [true, "400 MB"],
        [true, "200 MB"],
        [true, "25 %"],
        [true, "25 %"],
        [true, "4.4 x"],
        [true, "16.0 x"],
        [true, "4.0 x"],
      ],
    );
  });

  it("are missed by what is beyond it", () => {
    assert.deepEqual(
      targetsOf(bad).map(({ met }) => met),
      [false, false, false, false, false, false, false, false],
    );
  });

  it("are neither where nothing was measured", () => {
    for (const { met, got } of targetsOf(reportOf())) assert.deepEqual([met, got], [undefined, undefined]);
  });

  it("leave CPU and memory open where they cannot be read", () => {
    const blind = { cpuSeconds: undefined, peakMb: undefined, roles: [] };
    const report = reportOf(
      measurement("preview-prod", 5, blind),
      measurement("preview-prod-no-pack", 4, blind),
      measurement("defaults-preview-prod", 20, blind),
    );
    assert.deepEqual(
      targetsOf(report).map(({ met }) => met),
      [true, undefined, undefined, true, undefined, undefined, undefined, undefined],
    );
  });

  it("count growth beyond an empty program", () => {
    assert.equal(growth(good, 4), 8.8 / 2);
    assert.equal(growth(reportOf(...grown(8, 32).slice(1)), 4), undefined, "without the empty program");
  });
});
