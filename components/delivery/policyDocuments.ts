import type { Statement } from "../shared/policyDocument";

/** "IAM and AWS STS quotas": characters of a managed policy. */
const MOST_CHARACTERS = 6144;

/** Each statement goes into the first document that has room for it, in the order given: the same statements, the same documents. */
export function documentsOf(statements: readonly Statement[]): Statement[][] {
  const documents: Statement[][] = [];
  for (const statement of statements) {
    const roomy = documents.find((document) => lengthOf([...document, statement]) <= MOST_CHARACTERS);
    if (roomy === undefined) documents.push([statement]);
    else roomy.push(statement);
  }
  return documents;
}

const lengthOf = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements }).length;
