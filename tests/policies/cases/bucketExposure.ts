import { LATER } from "../runner";
import { files, sibling } from "./bucketCase";
import { bad, type CaseTable, ok, one } from "./case";

const BLOCK = "bucketPublicAccessBlock:BucketPublicAccessBlock";
const flags = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

export const bucketExposure: CaseTable = {
  "s3-bucket-public-access-block": {
    accepts: [
      ok("all four flags", [files(), sibling(BLOCK, flags)]),
      ok("all four flags on the V2 bucket", [files({}, "aws:s3/bucketV2:BucketV2"), sibling(BLOCK, flags)]),
      ok("a block of a bucket elsewhere", [{ ...sibling(BLOCK, flags), props: { ...flags, bucket: "elsewhere" } }]),
    ],
    rejects: [
      bad("a bucket with no block", /no BucketPublicAccessBlock belongs to this bucket/, [files()]),
      bad("a block of another bucket", /no BucketPublicAccessBlock/, [
        files(),
        { ...sibling(BLOCK, flags), props: { ...flags, bucket: "media" }, from: {} },
      ]),
      ...Object.keys(flags).flatMap((flag) => [
        bad(`${flag} false`, new RegExp(`${flag}: public access is not blocked. Set ${flag} to true`), [
          files(),
          sibling(BLOCK, { ...flags, [flag]: false }),
        ]),
        bad(`no ${flag}`, new RegExp(`${flag}: public`), [files(), sibling(BLOCK, { ...flags, [flag]: undefined })]),
        bad(`${flag} null`, new RegExp(`${flag}: public`), [files(), sibling(BLOCK, { ...flags, [flag]: null })]),
      ]),
    ],
    defers: [
      ok("a flag that is not known", [files(), sibling(BLOCK, { ...flags, blockPublicAcls: LATER })]),
      ok("a block of which nobody knows whose it is", [files(), { ...sibling(BLOCK, flags), from: {} }]),
    ],
  },
  "s3-account-and-access-point-block": {
    accepts: [
      ok("the account's four flags", one("s3/accountPublicAccessBlock:AccountPublicAccessBlock", flags)),
      ok("an access point with AWS's default", one("s3/accessPoint:AccessPoint", { bucket: "files" })),
      ok(
        "a multi-region access point with the flags",
        one("s3control/multiRegionAccessPoint:MultiRegionAccessPoint", {
          details: { name: "m", publicAccessBlock: flags },
        }),
      ),
    ],
    rejects: [
      bad(
        "an account's block with nothing in it",
        /not blocked for the account/,
        one("s3/accountPublicAccessBlock:AccountPublicAccessBlock", {}),
      ),
      bad(
        "an access point with a flag off",
        /access point does not block/,
        one("s3/accessPoint:AccessPoint", { publicAccessBlockConfiguration: { ...flags, blockPublicPolicy: false } }),
      ),
      bad(
        "a multi-region access point with a flag off",
        /access point does not/,
        one("s3control/multiRegionAccessPoint:MultiRegionAccessPoint", {
          details: { publicAccessBlock: { ...flags, ignorePublicAcls: false } },
        }),
      ),
    ],
    defers: [
      ok("a block that is not known", one("s3/accessPoint:AccessPoint", { publicAccessBlockConfiguration: LATER })),
    ],
  },
  "s3-acl-public": {
    accepts: [
      ok("no ACL", one("s3/bucket:Bucket", {})),
      ok("private", one("s3/bucketAcl:BucketAcl", { acl: "private" })),
      ok("the log writers", one("s3/bucketAcl:BucketAcl", { acl: "log-delivery-write" })),
      ok(
        "a grant to one account",
        one("s3/bucket:Bucket", { grants: [{ type: "CanonicalUser", id: "abc", permissions: ["READ"] }] }),
      ),
      ok(
        "a grant to the log writers",
        one("s3/bucket:Bucket", {
          grants: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery", permissions: ["WRITE"] }],
        }),
      ),
    ],
    rejects: [
      ...["public-read", "public-read-write", "authenticated-read"].flatMap((acl) => [
        bad(`${acl} on a bucket`, /makes it public/, one("s3/bucket:Bucket", { acl })),
        bad(`${acl} in a separate ACL`, /makes it public/, one("s3/bucketAclV2:BucketAclV2", { acl })),
        bad(`${acl} on an object`, /makes it public/, one("s3/bucketObjectv2:BucketObjectv2", { acl })),
      ]),
      bad(
        "a grant to all users",
        /grant goes to everyone/,
        one("s3/bucket:Bucket", {
          grants: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers", permissions: ["READ"] }],
        }),
      ),
      bad(
        "a grant to all AWS users",
        /grant goes to everyone/,
        one("s3/bucketAcl:BucketAcl", {
          accessControlPolicy: {
            grants: [
              {
                grantee: { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" },
                permission: "READ",
              },
            ],
          },
        }),
      ),
      bad(
        "logs that everyone may read",
        /grant goes to everyone/,
        one("s3/bucketLogging:BucketLogging", {
          targetGrants: [
            { grantee: { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" }, permission: "READ" },
          ],
        }),
      ),
    ],
    defers: [ok("an ACL that is not known", one("s3/bucketAcl:BucketAcl", { acl: LATER }))],
  },
  "s3-object-ownership": {
    accepts: [
      ok(
        "BucketOwnerEnforced",
        one("s3/bucketOwnershipControls:BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }),
      ),
    ],
    rejects: [
      bad(
        "ObjectWriter",
        /the writer of an object/,
        one("s3/bucketOwnershipControls:BucketOwnershipControls", { rule: { objectOwnership: "ObjectWriter" } }),
      ),
      bad("nothing", /the writer of an object/, one("s3/bucketOwnershipControls:BucketOwnershipControls", {})),
    ],
    defers: [ok("an unknown one", one("s3/bucketOwnershipControls:BucketOwnershipControls", { rule: LATER }))],
  },
  "s3-website-hosting": {
    accepts: [
      ok("no website", one("s3/bucket:Bucket", {})),
      ok(
        "a redirect of every request",
        one("s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", {
          bucket: "apex",
          redirectAllRequestsTo: { hostName: "app.example.com", protocol: "https" },
        }),
      ),
    ],
    rejects: [
      bad(
        "a website in the bucket",
        /plain HTTP/,
        one("s3/bucket:Bucket", { website: { indexDocument: "index.html" } }),
      ),
      bad(
        "a separate website",
        /plain HTTP/,
        one("s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2", {
          bucket: "web",
          indexDocument: { suffix: "index.html" },
        }),
      ),
    ],
    defers: [ok("a website that is not known", one("s3/bucket:Bucket", { website: LATER }))],
  },
};
