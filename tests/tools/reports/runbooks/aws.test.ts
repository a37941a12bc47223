import { strict as assert } from "node:assert";
import { runbooks } from "./documents";

/** Services without regions, whose command line asks for none. */
const GLOBAL = ["cloudfront", "iam", "route53", "sts"];

interface AwsCommand {
  readonly path: string;
  readonly service: string;
  readonly text: string;
}

/** Each command of AWS's own command line, over the lines that a backslash joins. */
const commands = runbooks.flatMap(({ path, text }): AwsCommand[] =>
  [...text.replace(/\\\n\s*/g, " ").matchAll(/\baws ([a-z0-9-]+) ([a-z0-9-]+)[^`\n]*/g)].map(
    ([found, service = ""]) => ({
      path,
      service,
      text: found,
    }),
  ),
);
const written = ({ path, text }: AwsCommand) => `${path}: ${text}`;

describe("AWS's own commands in the runbooks", () => {
  it("are found", () => {
    assert.ok(commands.length > 50, `${commands.length}`);
  });

  it("name their region: at night nobody knows which one the terminal has", () => {
    const without = commands.filter(({ service, text }) => !GLOBAL.includes(service) && !text.includes("--region "));
    assert.deepEqual(without.map(written), []);
  });

  it("can be pasted: none is a name without what it is about", () => {
    assert.deepEqual(commands.filter(({ text }) => !text.includes(" --")).map(written), []);
  });

  it("that copy a file set no verdict of the scanner, which only the scanner may", () => {
    const copies = commands.filter(({ text }) => /\bs3 (sync|cp)\b|copy-object/.test(text));
    const state = ({ text }: AwsCommand) => text.includes("<stateBucket>");
    const keep = copies.filter(
      (each) => !state(each) && !/--copy-props none|--tagging-directive REPLACE/.test(each.text),
    );
    assert.ok(copies.length >= 4);
    assert.deepEqual(keep.map(written), []);
  });

  it("that stop the service stop auto scaling first, which would start it again", () => {
    for (const { path, text } of runbooks.filter((page) => page.text.includes("--desired-count 0"))) {
      const stop = text.indexOf("--desired-count 0");
      assert.ok(text.lastIndexOf("DynamicScalingOutSuspended=true", stop) > 0, path);
    }
  });
});
