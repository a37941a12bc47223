import { strict as assert } from "node:assert";
import { cut, STYLES, widthOf, wrap } from "../../../../tools/reports/diagram/draw/text";

const { note, title } = STYLES;

describe("text of a diagram", () => {
  it("is wider in bold and in wide letters", () => {
    assert.ok(widthOf("mmm", note) > widthOf("iii", note));
    assert.ok(widthOf("abc", { ...note, bold: true }) > widthOf("abc", note));
  });

  it("counts an unknown letter as a wide one", () => {
    assert.equal(widthOf("漢", note), widthOf("W", note));
  });

  for (const [what, text, width, lines] of [
    ["stays whole if it fits", "flow logs", 100, ["flow logs"]],
    ["breaks between words", "every version kept", 80, ["every", "version kept"]],
    ["breaks after the dot of a name", "api.telehealth.example.com", 110, ["api.telehealth.", "example.com"]],
    ["is cut if it cannot break", "aaaaaaaaaaaaaaaaaaaa", 60, ["aaaaaa…"]],
    ["is nothing if it is empty", "", 60, []],
  ] as const)
    it(`${what}: "${text}"`, () => {
      assert.deepEqual(wrap(text, width, note), lines);
    });

  it("ends with an ellipsis where lines are left out", () => {
    const lines = wrap("one two three four five six", 40, note, 2);
    assert.equal(lines.length, 2);
    assert.match(lines[1] ?? "", /…$/);
    assert.ok(lines.every((each) => widthOf(each, note) <= 40));
  });

  it("is cut to as much as fits", () => {
    const short = cut("Second region of the account", 90, title);
    assert.ok(widthOf(short, title) <= 90);
    assert.match(short, /^Second.*…$/);
    assert.equal(cut("Edge", 90, title), "Edge");
  });
});
