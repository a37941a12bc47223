import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const OPEN_ACLS = /^(public-read|public-read-write|authenticated-read)$/;
const OPEN_GROUPS = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/i;

export const s3AclPublic = rule({
  id: "s3-acl-public",
  title: "No access control list of a bucket or object names the public or all AWS users",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Leave ACLs out: BucketOwnerEnforced turns them off, and a bucket policy says who may read",
  types: [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketAcl:BucketAcl",
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/objectCopy:ObjectCopy",
  ],
  check: (resource) => [
    cannedAcl(resource.at("acl")),
    ...[resource.at("grants"), resource.at("accessControlPolicy", "grants"), resource.at("targetGrants")].flatMap(
      (grants) => grants.items.map((each) => grantee(each)),
    ),
  ],
});

function cannedAcl(acl: Field): Outcomes {
  if (acl.unknown) return acl.later();
  return OPEN_ACLS.test(acl.text ?? "") ? acl.refuse(`${acl.text ?? ""} makes it public`) : undefined;
}

function grantee(grant: Field): Outcomes {
  return [grant.at("uri"), grant.at("grantee", "uri")].map((uri) => {
    if (uri.unknown) return uri.later();
    return OPEN_GROUPS.test(uri.text ?? "") ? uri.refuse("the grant goes to everyone") : undefined;
  });
}
