import { strict as assert } from "node:assert";
import { SAFEGUARDS } from "../../../../policies/controls";
import { NOT_BY_RULE } from "../../../../policies/notByRule";
import { complianceMatrix } from "../../../../tools/reports/compliance/complianceMatrix";
import type { Matrix } from "../../../../tools/reports/compliance/matrix";
import {
  EXAMPLE,
  exemption,
  HOSTILE,
  KEY,
  logs,
  database,
  openLogs,
  smallMatrix,
  stackOf,
  tests,
  TODAY,
} from "./example";

const citation = ({ citations }: Matrix, id: string) => citations.find((each) => each.id === id) ?? assert.fail(id);
const judged = ({ rules }: Matrix, rule: string, name: string) =>
  rules.find(({ id }) => id === rule)?.judged.find((each) => each.name === name) ?? assert.fail(`${rule} ${name}`);

describe("the compliance matrix", () => {
  it("has every citation of the Security Rule exactly once, in its order", () => {
    assert.deepEqual(
      smallMatrix().citations.map(({ id }) => id),
      Object.keys(SAFEGUARDS),
    );
  });

  it("counts every citation under one status", () => {
    const { citationCounts, citations } = smallMatrix();
    assert.equal(
      Object.values(citationCounts).reduce((sum, each) => sum + each, 0),
      citations.length,
    );
  });

  it("shows a citation when all that its rules judged has passed", () => {
    assert.equal(citation(smallMatrix(), "164.316(b)(2)(i)").status, "shown");
  });

  it("turns a citation to violated by one resource, whatever else passed", () => {
    const good = smallMatrix(stackOf(logs), []);
    assert.equal(citation(good, "164.312(a)(2)(iv)").status, "shown");
    const bad = smallMatrix(stackOf(logs, openLogs), []);
    assert.equal(citation(bad, "164.312(a)(2)(iv)").status, "violated");
    assert.deepEqual([good.refused, bad.refused], [false, true]);
  });

  it("calls a citation partly shown when something is exempt, advised or not known", () => {
    assert.equal(citation(smallMatrix(stackOf(database)), "164.308(a)(7)(ii)(A)").status, "partly");
    assert.equal(citation(smallMatrix(stackOf(database)), "164.312(b)").counts.advised, 1);
    assert.equal(citation(smallMatrix(stackOf(database)), "164.312(b)").status, "partly");
    const { counts, status } = citation(smallMatrix(stackOf(logs)), "164.308(a)(7)(ii)(A)");
    assert.deepEqual([counts.passed, status], [0, "not judged"]);
  });

  it("gives what no rule can show to people, each with what they keep", () => {
    const { citations } = smallMatrix();
    const duties = citations.filter(({ status }) => status === "duty");
    assert.deepEqual(
      duties.map(({ id }) => id),
      Object.keys(SAFEGUARDS).filter((each) => Object.hasOwn(NOT_BY_RULE, each)),
    );
    for (const { id, duty } of citations.filter((each) => each.duty))
      assert.ok(duty && duty.task.length > 15 && duty.keep.length > 15 && !/\.$/.test(duty.task + duty.keep), id);
    assert.ok(duties.every(({ duty }) => duty));
  });

  it("names the settings that a rule read, with the place that made the resource", () => {
    const { readings, source } = judged(smallMatrix(), "log-group-encryption", "logs");
    assert.deepEqual(readings, [{ property: "kmsKeyId", value: KEY }]);
    assert.deepEqual(source, { file: "components/audit/trail.ts", line: 7, column: 3 });
    assert.equal(judged(smallMatrix(), "log-group-encryption", HOSTILE).readings[0]?.value, "not set");
  });

  it("says what is wrong and what is not known yet", () => {
    assert.match(judged(smallMatrix(), "log-group-encryption", HOSTILE).said.join(), /^kmsKeyId: .*no key named/);
    assert.deepEqual(judged(smallMatrix(), "sns-topic-encryption", "alerts-topic").said, [
      "kmsMasterKeyId: not known yet",
    ]);
  });

  it("shows an exemption with its owner, reason and days left, and what it lets pass", () => {
    const matrix = smallMatrix();
    const [row] = matrix.exemptions;
    assert.deepEqual(row, {
      ...exemption,
      citations: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
      daysLeft: 30,
      lets: [database.urn],
    });
    assert.deepEqual(judged(matrix, "backup-retention", "db").exemption, {
      owner: exemption.owner,
      until: exemption.until,
      daysLeft: 30,
    });
  });

  it("keeps an exemption that has ended in the list, and refuses", () => {
    const matrix = smallMatrix(stackOf(database), [exemption], "2026-12-26");
    assert.deepEqual([matrix.exemptions[0]?.daysLeft, matrix.exemptions[0]?.lets], [-2, []]);
    assert.match(matrix.exemptionProblems[0]?.problem ?? "", /ended on 2026-12-24/);
    assert.equal(matrix.refused, true);
    assert.equal(judged(matrix, "backup-retention", "db").verdict, "violated");
  });

  it("leaves out exemptions of other stacks", () => {
    const other = { ...exemption, urn: exemption.urn.replace(":prod:", ":staging:") };
    assert.deepEqual(smallMatrix(EXAMPLE, [other]).exemptions, []);
  });

  it("judges with the whole pack, and is the same on a second run", () => {
    const settings = { exemptions: [exemption] };
    const [one, two] = [1, 2].map(() => JSON.stringify(complianceMatrix(EXAMPLE, settings, TODAY, tests)));
    assert.equal(one, two);
    assert.ok(complianceMatrix(EXAMPLE, settings, TODAY, tests).rules.length > 200);
  });
});
