import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { Value } from "../../policies/engine/value";
import { covers } from "../../policies/shared/document";
import { isEveryAction } from "../../policies/shared/permissions";
import { publicGrants } from "../../policies/shared/publicGrant";
import { budget, patience } from "./budget";
import { document, clearDocument } from "./documents";
import { glob, isAllowed, type Statement } from "./iam";
import { requests } from "./strangers";

const isPublic = (statements: readonly Statement[], kind: "data" | "trust", asText = false) => {
  const value = { Version: "2012-10-17", Statement: statements as unknown as Value };
  const { grants, notKnown, unreadable } = publicGrants(asText ? JSON.stringify(value) : value, kind);
  assert.ok(!notKnown && !unreadable);
  return grants.length > 0;
};

/** A stranger's request that AWS would allow; undefined if none was found. */
const hole = (statements: readonly Statement[], kind: "data" | "trust") => {
  for (const request of requests(statements, kind)) if (isAllowed(statements, request)) return request;
  return undefined;
};

const pattern = fc
  .array(fc.constantFrom("*", "?", "a", "b", "s3:", ":", "Get", "?"), { maxLength: 12 })
  .map((all) => all.join(""));

/** Wildcards and a colon only: the ways to write "all of them". */
const wildcards = fc.stringMatching(/^[*?]{0,5}:?[*?]{1,7}$/);

describe("the evaluator of policy documents, against a second reading of IAM", function () {
  this.timeout(patience(60_000));

  for (const kind of ["data", "trust"] as const)
    it(`never calls a ${kind} document closed that lets in a stranger`, () => {
      fc.assert(
        fc.property(document(kind), fc.boolean(), (statements, asText) => {
          if (isPublic(statements, kind, asText)) return;
          const found = hole(statements, kind);
          assert.ok(found === undefined, `closed, and this is allowed: ${JSON.stringify(found)}`);
        }),
        budget(3_000),
      );
    });

  it("calls a document open if, and only if, it lets in a stranger, where there is nothing to argue about", () => {
    fc.assert(
      fc.property(clearDocument, fc.boolean(), (statements, asText) => {
        const found = hole(statements, "data");
        assert.equal(isPublic(statements, "data", asText), found !== undefined, JSON.stringify(found));
      }),
      budget(1_000),
    );
  });
});

describe("patterns, against a second reading", function () {
  this.timeout(patience(60_000));

  it("cover a text if, and only if, they match it", () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abGets3:]{0,8}$/), (each, text) => {
        assert.equal(covers(each, text), glob(each.toLowerCase(), text.toLowerCase()));
      }),
      budget(3_000),
    );
  });

  it("cover another only if they match all that it matches", () => {
    fc.assert(
      fc.property(
        pattern,
        pattern,
        fc.infiniteStream(fc.constantFrom("", "a", "Get", "s3:", "zz9")),
        (wide, narrow, fills) => {
          if (!covers(wide, narrow)) return;
          const text = Array.from(narrow, (each) => {
            const fill = each === "*" || each === "?" ? String(fills.next().value) : each;
            return each === "?" ? (fill[0] ?? "q") : fill;
          }).join("");
          assert.ok(glob(wide.toLowerCase(), text.toLowerCase()), `${wide} does not match ${text} of ${narrow}`);
        },
      ),
      budget(5_000),
    );
  });

  it("are every action if they match whatever AWS has", () => {
    const actions = [
      "s3:GetObject",
      "iam:PassRole",
      "kms:Decrypt",
      "rds-data:ExecuteStatement",
      "ec2:RunInstances",
      "sts:AssumeRole",
    ];
    fc.assert(
      fc.property(fc.oneof(pattern, wildcards), (each) => {
        if (actions.every((action) => glob(each.toLowerCase(), action.toLowerCase())))
          assert.ok(isEveryAction(each), each);
      }),
      budget(5_000),
    );
  });
});
