import { strict as assert } from "node:assert";
import { measureChild } from "../../../lab/bench/measure/child";
import { canReadProcesses, familyOf, parseStat } from "../../../lab/bench/measure/processes";
import { roleOf } from "../../../lab/bench/measure/role";
import { mediansOf, resourcesIn } from "../../../lab/bench/measureScenario";

/** Burns CPU and holds memory in a child of the child, so that what is measured has to be found there. */
const INNER = `
  const kept = Buffer.alloc(100 * 2 ** 20, 1);
  const until = process.cpuUsage().user + 300_000;
  while (process.cpuUsage().user < until) for (let step = 0; step < 1e6; step++);
  setTimeout(() => console.log(kept.length), 600);
`;
const OUTER = `
  const { status } = require("node:child_process").spawnSync(process.execPath, ["-e", process.argv[1]]);
  process.exit(status);
`;

describe("a child is measured", function () {
  this.timeout(60_000);

  it("with the CPU and the memory of its children", async function () {
    if (!canReadProcesses()) this.skip();
    const { use: idle } = await measureChild({ words: ["-e", OUTER, "0"], cwd: __dirname }, false);
    const { use, wallSeconds } = await measureChild({ words: ["-e", OUTER, INNER], cwd: __dirname }, true);
    const cpu = (use?.cpuSeconds ?? NaN) - (idle?.cpuSeconds ?? NaN);
    assert.ok(cpu >= 0.25 && cpu < 0.9, `${cpu} s of CPU`);
    assert.ok(wallSeconds >= 0.9, `${wallSeconds} s`);
    const peakMb = use?.peakMb ?? NaN;
    assert.ok(peakMb > 110 && peakMb < 260, `${peakMb} MB`);
    assert.deepEqual([idle?.peakMb, idle?.roles.map((role) => role.peakMb)], [undefined, [undefined]]);
  });

  it("until it says that it is ready, if that is what is asked for", async () => {
    const words = ["-e", "setTimeout(() => console.log(4711), 100); setInterval(() => {}, 1000)"];
    const { wallSeconds, output } = await measureChild({ words, cwd: __dirname, untilItSpeaks: true }, false);
    assert.ok(wallSeconds >= 0.1);
    assert.equal(output, "4711\n");
  });

  it("unless it fails: the error holds what it said", async () => {
    const failing = { words: ["-e", "console.error('why'); process.exit(3)"], cwd: __dirname };
    await assert.rejects(measureChild(failing, false), /ended with 3:\nwhy/);
    await assert.rejects(measureChild({ ...failing, untilItSpeaks: true }, false), /ended with 3:\nwhy/);
  });

  it("with medians of its runs, process by process; memory of those that were weighed", () => {
    const run = (wallSeconds: number, cpuSeconds: number, peakMb?: number) => ({
      ...{ wallSeconds, output: "" },
      use: { cpuSeconds, peakMb, roles: [{ role: "engine" as const, cpuSeconds, peakMb }] },
    });
    assert.deepEqual(mediansOf([run(3, 10, 200), run(1, 30), run(2, 20)]), {
      ...{ wallSeconds: 2, cpuSeconds: 20, peakMb: 200 },
      roles: [{ role: "engine", cpuSeconds: 20, peakMb: 200 }],
    });
    const blind = mediansOf([{ wallSeconds: 1, output: "", use: undefined }]);
    assert.deepEqual(blind, { wallSeconds: 1, cpuSeconds: undefined, peakMb: undefined, roles: [] });
  });
});

describe("what Linux says of a process", () => {
  it("is read whatever its name", () => {
    const line = "42 (a) b (c) S 7 42 42 0 -1 4194304 1 2 3 4 100 20 30 4 20 0 1 0 5 6 7";
    assert.deepEqual(parseStat(line), { pid: 42, parent: 7, ticks: 120, childTicks: 34 });
    assert.equal(parseStat("42 (cut"), undefined);
    assert.equal(parseStat(""), undefined);
  });

  it("tells who descends from whom", () => {
    const of = (pid: number, parent: number) => ({ pid, parent, ticks: 0, childTicks: 0 });
    const all = [of(1, 0), of(2, 1), of(3, 2), of(4, 1), of(5, 3)];
    assert.deepEqual(
      familyOf(2, all).map(({ pid }) => pid),
      [2, 3, 5],
    );
    assert.deepEqual(familyOf(99, all), []);
  });

  for (const [line, role] of [
    ["/usr/bin/node /w/node_modules/@pulumi/pulumi/cmd/run/index.js --monitor 127.0.0.1:1", "program"],
    [
      "/usr/bin/node /w/node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js 127.0.0.1:1 /w/policies",
      "policy pack",
    ],
    ["/usr/bin/node /w/node_modules/@pulumi/pulumi/cmd/run-policy-pack 127.0.0.1:1 /w/policies", "policy pack"],
    ["node /h/.pulumi/versions/3.259.0/bin/pulumi-language-nodejs 127.0.0.1:1", "language host"],
    ["/h/.pulumi/versions/3.259.0/bin/pulumi preview --stack prod", "engine"],
    ["/usr/bin/node /w/tools/run bench-command /w - /tmp/x prod preview", "offline AWS"],
    ["sh -c something", "other"],
  ] as const)
    it(`calls ${line.slice(0, 70)} the ${role}`, () => {
      assert.equal(roleOf(line), role);
    });

  for (const [what, output, count] of [
    ["a preview", "x\nResources:\n    + 518 to create\n", 518],
    ["an update", "Resources:\n    + 518 created\n\nDuration: 3s\n", 518],
    ["nothing to do", "Resources:\n    518 unchanged\n", 518],
    ["some of each", "Resources:\n    + 2 to create\n    ~ 3 to update\n    5 changes. 510 unchanged\n", 515],
    ["no end", "Resources are", undefined],
  ] as const)
    it(`counts resources of ${what}`, () => {
      assert.equal(resourcesIn(output), count);
    });
});
