import { strict as assert } from "node:assert";
import { documentsOf } from "../../../components/delivery/policyDocuments";
import type { Statement } from "../../../components/shared/policyDocument";

const statement = (name: string, length: number): Statement => ({
  Sid: name,
  Effect: "Allow",
  Action: "x".repeat(length),
  Resource: "*",
});
const sids = (statements: readonly Statement[]) =>
  documentsOf(statements).map((document) => document.map(({ Sid }) => Sid).join(""));

describe("policy documents", () => {
  it("take each statement where there is room first, whatever came in between", () => {
    const statements = [statement("a", 4000), statement("b", 4000), statement("c", 1500), statement("d", 1500)];
    assert.deepEqual(sids(statements), ["ac", "bd"]);
  });

  it("never pass the 6144 characters of a managed policy, and lose nothing", () => {
    const statements = Array.from({ length: 40 }, (_, index) => statement(`s${index}.`, 100 + ((index * 977) % 3000)));
    const documents = documentsOf(statements);
    for (const document of documents)
      assert.ok(JSON.stringify({ Version: "2012-10-17", Statement: document }).length <= 6144);
    assert.equal(documents.flat().length, statements.length);
    assert.deepEqual(documentsOf(statements), documents);
  });
});
