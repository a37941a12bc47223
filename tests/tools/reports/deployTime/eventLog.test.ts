import { strict as assert } from "node:assert";
import { measurementsOf, readEventLog } from "../../../../tools/reports/deployTime/eventLog";
import { UsageError } from "../../../../tools/shared/usageError";

const TYPE = "aws:ec2/vpcEndpoint:VpcEndpoint";
/** A line as `pulumi up --event-log` writes it. */
const line = (timestamp: number, event: "resourcePreEvent" | "resOutputsEvent", name: string, more: object = {}) =>
  JSON.stringify({
    sequence: 1,
    timestamp,
    [event]: {
      metadata: { op: "create", urn: name, type: TYPE, old: null, new: { custom: true, inputs: {} }, ...more },
    },
  });
const took = (name: string, seconds: number, more: object = {}) => [
  line(100, "resourcePreEvent", name, more),
  line(100 + seconds, "resOutputsEvent", name, more),
];
const read = (...lines: string[]) => readEventLog(`${lines.join("\n")}\n`);

describe("an event log", () => {
  it("tells the shortest, the middle and the longest creation of a type, beside the table", () => {
    const [only, ...others] = read(
      ...took("a", 9),
      ...took("b", 4),
      ...took("c", 5),
      '{"sequence":9,"timestamp":1,"cancelEvent":{}}',
    );
    assert.deepEqual(only, {
      key: TYPE,
      count: 3,
      estimated: { low: 5, typical: 6, high: 30 },
      measured: { low: 4, typical: 5, high: 9 },
    });
    assert.deepEqual(others, []);
  });

  it("keeps apart what the table keeps apart", () => {
    const inputs = { vpcEndpointType: "Interface" };
    const found = read(...took("a", 4), ...took("b", 80, { new: { custom: true, inputs } }));
    assert.deepEqual([...measurementsOf(found).keys()], [`${TYPE}, interface`, TYPE]);
  });

  for (const [what, lines] of [
    ["components", took("b", 50, { new: { custom: false } })],
    ["what is only updated", took("b", 50, { op: "update" })],
    ["what did not end", took("b", 50).slice(0, 1)],
    ["what ended without a beginning", took("b", 50).slice(1)],
  ] as const)
    it(`leaves out ${what}`, () => {
      assert.equal(read(...took("a", 4), ...lines)[0]?.measured.high, 4);
      assert.throws(() => read(...lines), /no resource that was made/);
    });

  it("leaves out the preview before the update", () => {
    const planned = took("b", 50).map((each) => each.replace('{"metadata"', '{"planning":true,"metadata"'));
    assert.throws(() => read(...planned), /no resource that was made/);
  });

  for (const [what, text] of [
    ["no JSON", "Updating (prod)"],
    ["something else", '{"a":1}'],
  ] as const)
    it(`that is ${what} is refused by line, with what to write`, () => {
      assert.throws(
        () => read(...took("a", 1), text),
        (error) =>
          error instanceof UsageError && /Line 3 [\s\S]*PULUMI_DEBUG_COMMANDS=true .*--event-log/.test(error.message),
      );
    });
});
