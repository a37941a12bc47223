import { isNotFalse, isTrue } from "../engine/expect";
import { rule } from "../rule";
import { FLAGS } from "./s3BucketPublicAccessBlock";

const ACCOUNT = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
const MULTI_REGION = "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint";

/** An access point blocks when nothing is written; the account's block blocks only what is written. */
export const s3AccountAndAccessPointBlock = rule({
  id: "s3-account-and-access-point-block",
  title: "The account and its access points block public access with all four flags",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: `Set ${FLAGS.join(", ")} to true`,
  types: [ACCOUNT, ACCESS_POINT, MULTI_REGION],
  check: (resource) => {
    if (resource.type === ACCOUNT)
      return FLAGS.map((flag) => isTrue(resource.at(flag), "public access is not blocked for the account"));
    const block =
      resource.type === ACCESS_POINT
        ? resource.at("publicAccessBlockConfiguration")
        : resource.at("details", "publicAccessBlock");
    return FLAGS.map((flag) => isNotFalse(block.at(flag), "the access point does not block public access"));
  },
});
