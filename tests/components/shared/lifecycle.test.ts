import { strict as assert } from "node:assert";
import { lifecycleRules, type Retention, retentionProblem } from "../../../components/shared/lifecycle";

const retention = (changes: Partial<Retention> = {}): Retention => ({
  keepNoncurrentDays: undefined,
  archive: undefined,
  expireAfterDays: undefined,
  intelligentTiering: false,
  ...changes,
});

const rule = (id: string, changes: Partial<Retention>) =>
  lifecycleRules(retention(changes)).find((each) => each.id === id);

describe("the lifecycle of a bucket", () => {
  it("always clears away uploads that were never finished", () => {
    assert.deepEqual(lifecycleRules(retention()), [
      {
        id: "abandoned-uploads",
        status: "Enabled",
        filter: { prefix: "" },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
  });

  it("deletes old versions after their days, and the markers that outlive them by a rule of their own", () => {
    const kept = { keepNoncurrentDays: 30, expireAfterDays: 365 };
    assert.deepEqual(rule("keep", kept)?.noncurrentVersionExpiration, { noncurrentDays: 30 });
    assert.deepEqual(rule("keep", kept)?.expiration, { days: 365 });
    assert.deepEqual(rule("spent-delete-markers", kept)?.expiration, { expiredObjectDeleteMarker: true });
  });

  it("has no rule for versions in a bucket without them", () => {
    assert.equal(rule("spent-delete-markers", { expireAfterDays: 365 }), undefined);
    assert.equal(rule("keep", { expireAfterDays: 365 })?.noncurrentVersionExpiration, undefined);
  });

  it("archives after the days and into the class that are asked for", () => {
    const archive = { afterDays: 90, storageClass: "GLACIER_IR" } as const;
    assert.deepEqual(rule("keep", { archive })?.transitions, [{ days: 90, storageClass: "GLACIER_IR" }]);
  });

  it("moves objects into Intelligent-Tiering at once, without which its tiers stay empty", () => {
    assert.deepEqual(rule("keep", { intelligentTiering: true })?.transitions, [
      { days: 0, storageClass: "INTELLIGENT_TIERING" },
    ]);
  });

  it("gives every rule what S3 insists on", () => {
    const all = { keepNoncurrentDays: 30, expireAfterDays: 365, intelligentTiering: true };
    const rules = lifecycleRules(retention(all));
    assert.deepEqual(
      rules.map(({ id }) => id),
      ["abandoned-uploads", "keep", "spent-delete-markers"],
    );
    for (const { status, filter } of rules) {
      assert.equal(status, "Enabled");
      assert.deepEqual(filter, { prefix: "" });
    }
  });

  for (const [what, changes] of [
    ["archive on day 90 and expiry on day 365, as before", { archive: ["GLACIER_IR", 90], expireAfterDays: 365 }],
    ["expiry on the first day an archived object is paid off", { archive: ["DEEP_ARCHIVE", 30], expireAfterDays: 210 }],
    ["archive without expiry", { archive: ["GLACIER", 1] }],
    ["expiry without archive", { expireAfterDays: 1 }],
  ] as const)
    it(`accepts ${what}`, () => {
      const archived = "archive" in changes ? changes.archive : undefined;
      const archive = archived && { storageClass: archived[0], afterDays: archived[1] };
      assert.equal(retentionProblem(retention({ ...changes, archive })), undefined);
    });

  for (const [what, changes, field, said] of [
    [
      "expiry before the archive",
      { archive: { afterDays: 90, storageClass: "GLACIER_IR" }, expireAfterDays: 60 },
      "expireAfterDays",
      /60 is too soon/,
    ],
    [
      "expiry while an archived object is still billed",
      { archive: { afterDays: 90, storageClass: "DEEP_ARCHIVE" }, expireAfterDays: 269 },
      "expireAfterDays",
      /billed to day 270/,
    ],
    [
      "archive and Intelligent-Tiering together",
      { archive: { afterDays: 90, storageClass: "GLACIER" }, intelligentTiering: true },
      "intelligentTiering",
      /same objects/,
    ],
    ["archive on day 0", { archive: { afterDays: 0, storageClass: "GLACIER" } }, "archive", /^0 is not/],
    ["expiry after 0 days", { expireAfterDays: 0 }, "expireAfterDays", /^0 is not/],
    ["half a day", { keepNoncurrentDays: 0.5 }, "versions", /^0\.5 is not/],
  ] as const)
    it(`does not accept ${what}`, () => {
      const [found, wrong] = retentionProblem(retention(changes)) ?? [];
      assert.equal(found, field);
      assert.match(wrong ?? "", said);
    });
});
