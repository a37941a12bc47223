import { type Given, LATER } from "../runner";
import { files, sibling } from "./bucketCase";
import { bad, type CaseTable, ok } from "./case";

const origin = (originId: string, domainName: string) => ({ originId, domainName, originAccessControlId: "E1" });
const cdn = (behavior: object, domainName = LATER): Given => ({
  type: "aws:cloudfront/distribution:Distribution",
  name: "cdn",
  props: { origins: [origin("it", domainName)], defaultCacheBehavior: { targetOriginId: "it", ...behavior } },
  from: { origins: ["files"] },
});

export const recordings: CaseTable = {
  "recordings-retention": {
    accepts: [
      ok("six years", [
        files({ bucket: "videos" }),
        sibling("bucketLifecycleConfiguration:BucketLifecycleConfiguration", {
          rules: [{ id: "x", status: "Enabled", expiration: { days: 2192 } }],
        }),
      ]),
      ok("no expiry, only old versions", [
        files({ bucket: "videos" }),
        sibling("bucketLifecycleConfiguration:BucketLifecycleConfiguration", {
          rules: [{ id: "x", status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } }],
        }),
      ]),
      ok("a year for something else", [
        files(),
        sibling("bucketLifecycleConfiguration:BucketLifecycleConfiguration", {
          rules: [{ id: "x", status: "Enabled", expiration: { days: 365 } }],
        }),
      ]),
    ],
    rejects: [
      bad("a year", /deleted after 365 days/, [
        files({ bucket: "videos" }),
        sibling("bucketLifecycleConfiguration:BucketLifecycleConfiguration", {
          rules: [{ id: "x", status: "Enabled", expiration: { days: 365 } }],
        }),
      ]),
      bad("a year, with the V2 token", /deleted after 365 days/, [
        files({ bucket: "session-recordings" }),
        sibling("bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", {
          rules: [{ id: "x", status: "Enabled", expiration: [{ days: 365 }] }],
        }),
      ]),
    ],
    defers: [
      ok("days that are not known", [
        files({ bucket: "videos" }),
        sibling("bucketLifecycleConfiguration:BucketLifecycleConfiguration", {
          rules: [{ id: "x", status: "Enabled", expiration: { days: LATER } }],
        }),
      ]),
    ],
  },
  "recordings-versioning": {
    accepts: [
      ok("versions kept", [
        files({ bucket: "videos" }),
        sibling("bucketVersioning:BucketVersioning", { versioningConfiguration: { status: "Enabled" } }),
      ]),
      ok("versions of other things not kept", [files()]),
    ],
    rejects: [
      bad("nothing", /gone|is lost/, [files({ bucket: "videos" })]),
      bad("versions suspended", /gone|is lost/, [
        files({ bucket: "videos" }),
        sibling("bucketVersioning:BucketVersioning", { versioningConfiguration: { status: "Suspended" } }),
      ]),
    ],
    defers: [
      ok("an unknown state", [
        files({ bucket: "videos" }),
        sibling("bucketVersioning:BucketVersioning", { versioningConfiguration: LATER }),
      ]),
    ],
  },
  "recordings-signed-urls": {
    accepts: [
      ok("key groups", [files({ bucket: "videos" }), cdn({ trustedKeyGroups: ["group"] })]),
      ok("key groups made in the same update", [files({ bucket: "videos" }), cdn({ trustedKeyGroups: LATER })]),
      ok("something else delivered", [files(), cdn({})]),
      ok("another bucket by its domain", [files({ bucket: "videos" }), cdn({}, "web.s3.us-east-1.amazonaws.com")]),
    ],
    rejects: [
      bad("no key groups", /anyone who has the link/, [files({ bucket: "videos" }), cdn({})]),
      bad("an empty list", /anyone who has the link/, [files({ bucket: "videos" }), cdn({ trustedKeyGroups: [] })]),
      bad("a known domain", /anyone who has the link/, [
        files({ bucket: "videos" }),
        cdn({}, "videos.s3.us-east-1.amazonaws.com"),
      ]),
    ],
    defers: [
      ok("which of two buckets it is", [
        files({ bucket: "videos" }),
        { ...cdn({}), props: { ...cdn({}).props, origins: [origin("it", LATER), origin("web", LATER)] } },
      ]),
    ],
  },
};
