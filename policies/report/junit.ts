import type { Judgement } from "../engine/evaluate";
import { EXEMPTIONS, PACK_NAME, type Report, textOf } from "./report";

/**
 * JUnit XML: a suite for every resource, a test for every rule that applies to it. What refuses an update fails; advice,
 * exemptions and what is not known yet are skipped tests, with the reason.
 */
export function junitReport({ evaluation, stack }: Report): string {
  const byResource = new Map<string, Judgement[]>();
  for (const each of evaluation.judgements) {
    const own = byResource.get(each.resource.urn);
    if (own) own.push(each);
    else byResource.set(each.resource.urn, [each]);
  }
  const suites = [...byResource].map(([urn, own]) => suite(urn, own.map(testOf)));
  const problems = evaluation.problems.map(({ property, problem, write }) => ({
    xml: test("exemptions", property, element("failure", `${problem}. ${write}.`)),
    result: "failure" as const,
  }));
  const all = [...suites, ...(problems.length > 0 ? [suite(EXEMPTIONS, problems)] : [])];
  const sum = (key: "tests" | "failures" | "skipped") => all.reduce((total, each) => total + each[key], 0);
  const totals = attributes({
    name: `${PACK_NAME} on ${stack}`,
    tests: sum("tests"),
    failures: sum("failures"),
    errors: 0,
    skipped: sum("skipped"),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${totals}>\n${all.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

interface Test {
  readonly xml: string;
  readonly result: "success" | "failure" | "skipped";
}

function suite(name: string, tests: readonly Test[]) {
  const count = (result: Test["result"]) => tests.filter((each) => each.result === result).length;
  const numbers = { tests: tests.length, failures: count("failure"), skipped: count("skipped") };
  const head = attributes({ name, ...numbers, errors: 0 });
  return { ...numbers, xml: `  <testsuite${head}>\n${tests.map(({ xml }) => xml).join("")}  </testsuite>\n` };
}

function testOf(judgement: Judgement): Test {
  const { rule, resource, verdict, level, findings, unknowns } = judgement;
  const said = findings.map((each) => textOf(judgement, each)).join("\n");
  const named = (inner: string) => test(resource.type, rule.id, inner);
  if (verdict === "passed") return { xml: named(""), result: "success" };
  if (verdict === "failed" && level === "mandatory") return { xml: named(element("failure", said)), result: "failure" };
  const waits = `not known yet: ${unknowns.map(({ property }) => property).join(", ")}`;
  const why = verdict === "unknown" ? waits : verdict === "failed" ? `advice: ${said}` : said;
  return { xml: named(element("skipped", why)), result: "skipped" };
}

function test(classname: string, name: string, inner: string): string {
  const head = attributes({ classname, name });
  return inner === "" ? `    <testcase${head}/>\n` : `    <testcase${head}>${inner}</testcase>\n`;
}

function element(name: "failure" | "skipped", text: string): string {
  return `<${name}${attributes({ message: text.split("\n")[0] ?? "" })}>${escaped(text)}</${name}>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML 1.0 has no place for control characters and halves of pairs, not even as references. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replaceAll(/[<>&"']/g, (each) => ENTITIES[each] ?? each);
}
