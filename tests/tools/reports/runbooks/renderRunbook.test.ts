import { strict as assert } from "node:assert";
import type { Placeholder } from "../../../../tools/reports/runbooks/placeholders";
import { renderRunbook } from "../../../../tools/reports/runbooks/renderRunbook";
import type { Value } from "../../../../tools/reports/runbooks/value";

const VALUES: Readonly<Record<string, Value>> = {
  clusterName: { text: "services-1" },
  "backup.objectives.rtoMinutes": { text: "240" },
  keys: { text: "| key |\n| --- |\n| `alias/a` |" },
  doorArn: { why: "prod has no door" },
};
const valueOf = ({ name }: Placeholder) => VALUES[name];
const render = (page: string) => renderRunbook(page, { valueOf, mark: "the stack `prod`.", docs: "../docs" });

describe("a rendered runbook", () => {
  it("has every name, setting and table in its place, and the mark below its title", () => {
    const { text, missing } = render(
      "# Down\n\nWithin {{backup.objectives.rtoMinutes}} minutes: `--cluster <clusterName>` <clusterName>.\n\n<!-- keys -->\n",
    );
    assert.equal(
      text,
      "# Down\n\n> Filled for the stack `prod`.\n\nWithin 240 minutes: `--cluster services-1` services-1.\n\n| key |\n| --- |\n| `alias/a` |\n",
    );
    assert.deepEqual(missing, []);
  });

  it("keeps what a person has to find out, and says at its end where", () => {
    const { text, missing } = render("# Down\n\nEnd <pid>, <pid>.\n");
    assert.match(text, /End <pid>, <pid>\./);
    assert.match(text, /\n## Yours to fill in\n\n- `<pid>`: the first column of the query's answer\n$/);
    assert.deepEqual(missing, []);
  });

  it("keeps what cannot be filled, and says why, in the page and to who called it", () => {
    const { text, missing } = render("# Door\n\nAssume <doorArn>.\n");
    assert.match(text, /Assume <doorArn>\./);
    assert.match(text, /\n## Not filled\n\n- `<doorArn>`: prod has no door\n$/);
    assert.deepEqual(missing, [{ name: "<doorArn>", why: "prod has no door" }]);
  });

  it("does not fill in what a value happens to contain", () => {
    const tricky = { valueOf: () => ({ text: "{{x}}<y>" }), mark: "x", docs: "docs" };
    assert.match(renderRunbook("# T\n\n<a> {{b}}\n", tricky).text, /\n\{\{x\}\}<y> \{\{x\}\}<y>\n$/);
  });

  it("writes a value with a dollar sign as it is", () => {
    const tricky = { valueOf: () => ({ text: "rds!$&$1" }), mark: "x", docs: "docs" };
    assert.match(renderRunbook("# T\n\n<a>\n", tricky).text, /\nrds!\$&\$1\n$/);
  });

  it("leads from where it is to the other pages, and to its neighbours as before", () => {
    const { text } = render("# T\n\n[a](../pitfalls.md), [b](restore.md)\n");
    assert.match(text, /\[a\]\(\.\.\/docs\/pitfalls\.md\), \[b\]\(restore\.md\)/);
  });
});
