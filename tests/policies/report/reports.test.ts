import { strict as assert } from "node:assert";
import { coverageOf } from "../../../policies/report/coverage";
import { jsonReport } from "../../../policies/report/json";
import { junitReport } from "../../../policies/report/junit";
import { isRefused } from "../../../policies/report/report";
import { sarifReport } from "../../../policies/report/sarif";
import { textReport } from "../../../policies/report/text";
import type { Given } from "../runner";
import { reportOf, rules, urnOf } from "./given";

const FORMATS = { jsonReport, junitReport, sarifReport, textReport };
const report = reportOf();
const table: Given = { type: "aws:dynamodb/table:Table", name: "visits", props: {} };

describe("every report", () => {
  for (const [name, format] of Object.entries(FORMATS))
    it(`is the same to the byte whatever the order of the resources: ${name}`, () => {
      const again = { ...report, evaluation: reportOf().evaluation };
      assert.equal(format(again), format(report));
      const backwards = reportOf([table, { ...table, name: "a" }], []);
      assert.equal(format(backwards), format(reportOf([{ ...table, name: "a" }, table], [])));
    });

  it("counts a stack as refused for a mandatory finding or a wrong exemption, not for advice", () => {
    assert.ok(isRefused(report.evaluation));
    assert.ok(isRefused(reportOf([table], []).evaluation));
    assert.ok(!isRefused(reportOf([table], [], "dev").evaluation));
    assert.ok(!isRefused(reportOf([], [{}], "dev").evaluation), "no stack, nothing to refuse");
    assert.ok(isRefused(reportOf([table], [{}], "dev").evaluation));
  });
});

describe("the coverage", () => {
  const { total, resources, typesWithoutRule } = coverageOf(report.evaluation);

  it("counts rules evaluated, passed, failed, unknown and exempt for every resource", () => {
    const row = (name: string) => {
      const { evaluated, passed, failed, unknown, exempt } =
        resources.find((each) => each.name === name) ?? assert.fail();
      return { evaluated, passed, failed, unknown, exempt };
    };
    const none = { evaluated: 1, passed: 0, failed: 0, unknown: 0, exempt: 0 };
    assert.deepEqual(row("open"), { ...none, failed: 1 });
    assert.deepEqual(row("good"), { ...none, passed: 1 });
    assert.deepEqual(row("later"), { ...none, unknown: 1 });
    assert.deepEqual(row("exempt"), { ...none, exempt: 1 });
    assert.deepEqual(total, { evaluated: 5, passed: 1, failed: 2, unknown: 1, exempt: 1 });
  });

  it("names the types that no rule is written for, and no component", () => {
    assert.deepEqual(typesWithoutRule, ["aws:ec2/vpc:Vpc"]);
    assert.ok(!resources.some(({ name }) => name === "store"));
  });
});

describe("the JSON", () => {
  const document = JSON.parse(jsonReport(report));

  it("holds findings with everything that is known of them", () => {
    const open = document.findings.find((each: any) => each.name === "open");
    assert.deepEqual(
      [open.rule, open.level, open.severity, open.property],
      ["sns-topic-encryption", "mandatory", "high", "kmsMasterKeyId"],
    );
    assert.deepEqual(open.source, { file: "components/a b/topic.ts", line: 12, column: 3 });
    assert.deepEqual(open.controls, ["45 CFR 164.312(a)(2)(iv)"]);
    assert.equal(open.exemption, null);
    assert.equal(document.findings.find((each: any) => each.name === "exempt").exemption.owner, "platform@example.com");
  });

  it("holds what is not known yet, what is wrong with the exemptions, and the verdict", () => {
    const later = urnOf("aws:sns/topic:Topic", "later");
    assert.deepEqual(document.notKnown, [{ rule: "sns-topic-encryption", urn: later, property: "kmsMasterKeyId" }]);
    assert.equal(document.exemptionProblems[0].property, "exemptions[1]");
    assert.equal(document.refused, true);
  });
});

describe("the SARIF", () => {
  const document = JSON.parse(sarifReport(report));
  const [run] = document.runs;
  const about = (name: string) =>
    run.results.find((each: any) => each.locations?.[0].logicalLocations[0].name === name);

  it("is a log of version 2.1.0 with one run, whose results point at its rules", () => {
    assert.equal(document.version, "2.1.0");
    assert.equal(document.runs.length, 1);
    const { name, version, rules: described } = run.tool.driver;
    assert.deepEqual([name, version, described.length], ["hipaa-telehealth-policies", "1.2.3", rules.length + 1]);
    for (const { ruleId, ruleIndex, message, kind, level } of run.results) {
      assert.equal(described[ruleIndex].id, ruleId);
      assert.ok(message.text.length > 0);
      assert.ok(kind === "fail" ? ["error", "warning"].includes(level) : level === "none", `${kind} ${level}`);
    }
    for (const { id, shortDescription, help, helpUri } of described.slice(0, -1))
      assert.ok(shortDescription.text && help.text && helpUri.startsWith("https://"), id);
  });

  it("has an error where an update is refused, with the place in the program and the resource", () => {
    const open = about("open");
    assert.deepEqual([open.kind, open.level], ["fail", "error"]);
    const [{ physicalLocation }] = open.locations;
    assert.deepEqual(physicalLocation, {
      artifactLocation: { uri: "components/a%20b/topic.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 12, startColumn: 3 },
    });
    assert.equal(about('jobs <"&\u0007>').locations[0].physicalLocation, undefined);
  });

  it("suppresses what is exempt, and leaves open what is not known", () => {
    assert.deepEqual(about("exempt").suppressions, [
      { kind: "external", status: "accepted", justification: "The publisher is being replaced" },
    ]);
    assert.equal(about("open").suppressions, undefined);
    assert.deepEqual([about("later").kind, about("later").level], ["open", "none"]);
    assert.equal(about("good"), undefined);
  });

  it("warns where a rule only advises", () => {
    const [result] = JSON.parse(sarifReport(reportOf([table], [], "dev"))).runs[0].results;
    assert.equal(result.level, "warning");
  });

  it("tells findings apart in the next scan", () => {
    const prints = run.results.flatMap((each: any) => Object.values(each.partialFingerprints ?? {}));
    assert.ok(prints.length > 2 && new Set(prints).size === prints.length);
  });
});

describe("the JUnit XML", () => {
  const xml = junitReport(report);
  const elements = parse(xml);
  const named = (name: string) => elements.filter((each) => each.name === name);

  it("is well-formed, whatever a resource is called", () => {
    assert.match(xml, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
    assert.match(xml, /jobs &lt;&quot;&amp;\u{FFFD}&gt;/u);
    const lone = junitReport(reportOf([{ ...table, name: "\uD800]]>" }], []));
    assert.doesNotMatch(lone, /\uD800(?![\uDC00-\uDFFF])/);
    parse(lone);
  });

  it("counts what it holds", () => {
    const [suites] = named("testsuites");
    assert.deepEqual(
      [suites?.attributes["tests"], suites?.attributes["failures"], suites?.attributes["skipped"]],
      [named("testcase").length, named("failure").length, named("skipped").length].map(String),
    );
    assert.deepEqual([named("testcase").length, named("failure").length, named("skipped").length], [6, 3, 2]);
  });

  it("skips advice, exemptions and what is not known, with the reason", () => {
    assert.match(xml, /<skipped message="not known yet: kmsMasterKeyId">/);
    assert.match(xml, /<skipped message="sns-topic-encryption: exempt until 2027-02-01, by platform@example\.com: /);
    assert.match(junitReport(reportOf([table], [], "dev")), /<skipped message="advice: deletionProtectionEnabled: /);
  });
});

describe("the text", () => {
  it("shows each finding with its place, what waits, and the verdict", () => {
    const text = textReport(report);
    assert.match(
      text,
      /\[mandatory, high\] sns-topic-encryption: open \(components\/a b\/topic\.ts:12\)\n {4}kmsMasterKeyId: /,
    );
    assert.match(text, /\[exempt\] sns-topic-encryption: exempt\n {4}.*exempt until 2027-02-01/);
    assert.match(text, /5 judgements: 1 passed, 2 failed, 1 exempt, 1 not known before the update\./);
    assert.match(text, /An update would be refused\.\n$/);
    assert.match(textReport(reportOf([table], [], "dev")), /No rule refuses an update\.\n$/);
  });
});

/** Elements in the order of their opening tags; throws if they do not nest. */
function parse(xml: string) {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^?]*\?>/, "")
    .replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (_, end, name, list, empty) => {
      if (end) assert.equal(open.pop(), name);
      else {
        found.push({
          name,
          attributes: Object.fromEntries(
            [...list.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
          ),
        });
        if (!empty) open.push(name);
      }
      return "";
    });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<]/, "no tag is left over");
  assert.doesNotMatch(xml, /&(?!(lt|gt|amp|quot|apos|#10);)/);
  return found;
}
