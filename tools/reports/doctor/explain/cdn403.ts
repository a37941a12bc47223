import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, good, link, unknown } from "../finding";
import { allows, covers, statementsOf } from "../graph/policy";
import { listOf, textOf } from "../../../shared/fields";
import { listAt, output, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";
import { apiOf, keyOf, keyPolicyOf, policiesOf } from "../graph/service";
import { explanation, upAgain } from "./explanation";

const CDN = "cloudfront.amazonaws.com";
/** Storage classes whose objects CloudFront cannot read until they are restored. */
const ASLEEP = ["GLACIER", "DEEP_ARCHIVE"];

function sceneOf(snapshot: Snapshot) {
  const bucket = output(snapshot, "videosBucket");
  const cdn = ofType(snapshot, "aws:cloudfront/distribution:Distribution")[0];
  const groups = ofType(snapshot, "aws:cloudfront/keyGroup:KeyGroup").filter((each) =>
    textsAt(cdn, "defaultCacheBehavior.trustedKeyGroups").includes(textAt(each, "id") ?? ""),
  );
  const api = apiOf(snapshot);
  return {
    snapshot,
    again: upAgain(snapshot),
    api,
    bucket,
    cdn,
    arn: textAt(cdn, "arn") ?? "",
    groups,
    key: keyOf(snapshot, bucket),
  };
}
type Scene = ReturnType<typeof sceneOf>;

const links: readonly Check<Scene>[] = [
  {
    id: "key-group",
    title: "the distribution knows who signs",
    run: ({ groups, again }) =>
      link(
        groups.length > 0,
        `It trusts ${groups.length === 1 ? "one key group" : `${groups.length} key groups`}.`,
        "It trusts no key group of this stack.",
        again,
      ),
  },
  {
    id: "public-key",
    title: "the key group holds the key that the API signs for",
    run: ({ snapshot, groups, api, again }) => {
      const id = api.environment("VIDEO_KEY_PAIR_ID");
      const isHeld =
        where(snapshot, "aws:cloudfront/publicKey:PublicKey", "id", id) !== undefined &&
        groups.some((group) => textsAt(group, "items").includes(id ?? ""));
      const missing = `The API signs for ${id ?? "no key"}, which is in no trusted key group.`;
      return link(groups.length === 0 || isHeld, `VIDEO_KEY_PAIR_ID is ${id ?? ""}.`, missing, again);
    },
  },
  {
    id: "signing-secret",
    title: "the API may read the private key",
    run: ({ snapshot, api, again }) => {
      const arn = api.environment("VIDEO_SIGNING_SECRET_ARN") ?? "";
      return link(
        allows(policiesOf(snapshot, textAt(api.task, "taskRoleArn")), "secretsmanager:GetSecretValue", arn),
        arn,
        `The task's role has no secretsmanager:GetSecretValue on ${arn || "the signing secret"}.`,
        again,
      );
    },
  },
  {
    id: "private-key",
    title: "the private key is written, and belongs to the public key",
    run: ({ api }) =>
      unknown(
        "No state holds it. An expired link, a wrong clock or a changed address are refused in the same way.",
        `aws secretsmanager describe-secret --secret-id ${api.environment("VIDEO_SIGNING_SECRET_ARN") ?? ""} --query VersionIdsToStages`,
        "docs/video-signing.md says how to write it",
      ),
  },
  {
    id: "access-control",
    title: "the distribution signs its own requests to S3",
    run: ({ snapshot, cdn, again }) => {
      const id = textOf(valueAt(listAt(cdn, "origins")[0], "originAccessControlId"));
      const type = "aws:cloudfront/originAccessControl:OriginAccessControl";
      return link(
        where(snapshot, type, "id", id) !== undefined,
        id ?? "",
        "Its origin has no access control of this stack.",
        again,
      );
    },
  },
  {
    id: "bucket-policy",
    title: "the bucket lets this distribution read",
    run: ({ snapshot, bucket, arn, again }) => {
      const policy = textAt(where(snapshot, "aws:s3/bucketPolicy:BucketPolicy", "bucket", bucket), "policy");
      const isLet = statementsOf(policy).some(
        (each) =>
          each.effect === "Allow" &&
          each.principals.includes(CDN) &&
          covers(each, "s3:GetObject", `arn:aws:s3:::${bucket ?? ""}/x`) &&
          each.compared("aws:SourceArn").includes(arn),
      );
      return link(
        isLet,
        `Only ${arn}.`,
        `The policy of ${bucket ?? "the bucket"} does not name ${arn || "the distribution"} in aws:SourceArn.`,
        again,
      );
    },
  },
  {
    id: "key-policy",
    title: "the key lets this distribution decrypt",
    run: ({ snapshot, key, arn, again }) => {
      const isLet = keyPolicyOf(snapshot, key).some(
        (each) =>
          each.effect === "Allow" &&
          each.principals.includes(CDN) &&
          each.actions.includes("kms:Decrypt") &&
          each.compared("aws:SourceArn").includes(arn),
      );
      return link(
        isLet,
        `Only ${arn}.`,
        "The policy of the recordings' key does not let the distribution decrypt.",
        again,
      );
    },
  },
  {
    id: "archive",
    title: "recordings are not in an archive that sleeps",
    run: ({ snapshot, bucket }) => {
      const rules = where(
        snapshot,
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "bucket",
        bucket,
      );
      const asleep = listAt(rules, "rules")
        .flatMap((rule) => listOf(valueAt(rule, "transitions")))
        .find((each) => ASLEEP.includes(textOf(valueAt(each, "storageClass")) ?? ""));
      if (asleep === undefined) return good("Every class in use plays at once.");
      return unknown(
        `After ${textOf(valueAt(asleep, "days")) ?? "some"} days a recording is in ${textOf(valueAt(asleep, "storageClass")) ?? ""} and answers 403 until it is restored.`,
        `aws s3api head-object --bucket ${bucket ?? ""} --key <key> --query '[StorageClass,Restore]'`,
        "docs/runbooks/recordings.md says how to restore one",
      );
    },
  },
  {
    id: "countries",
    title: "countries that may watch",
    run: ({ cdn }) => {
      const countries = textsAt(cdn, "restrictions.geoRestriction.locations").join(", ");
      return countries === ""
        ? good("All.")
        : unknown(
            `From anywhere but ${countries} the answer is 403. Where the viewer is, no state knows.`,
            "Ask where the viewer is, and whether a VPN is on",
          );
    },
  },
];

export const cdn403 = explanation({
  name: "cdn-403",
  title: "CloudFront answers 403 for a recording",
  scene: sceneOf,
  links,
  commands: ({ cdn, bucket = "" }) => [
    `aws cloudfront get-distribution --id ${textAt(cdn, "id") ?? ""} --query 'Distribution.[Status,DistributionConfig.Enabled]'`,
    `aws s3api get-bucket-policy-status --bucket ${bucket}`,
    "curl -si '<signed address>' | head -20   # <Message> names what was refused",
  ],
});
