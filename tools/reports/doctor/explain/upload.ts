import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, good, link, unknown } from "../finding";
import { appOrigins } from "../graph/origins";
import { allows, statementsOf } from "../graph/policy";
import { output, textAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { keyOf, keyPolicyOf, policiesOf } from "../graph/service";
import { corsOf } from "../graph/traffic";
import { explanation, upAgain } from "./explanation";

/** The folder of a user, as the policy names it (components/identity/filesPolicy.ts). */
const OWN = "files/${cognito-identity.amazonaws.com:sub}";

function sceneOf(snapshot: Snapshot) {
  const bucket = output(snapshot, "filesBucket");
  const attached = ofType(snapshot, "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment")[0];
  const policies = policiesOf(snapshot, textAt(attached, "roles.authenticated"));
  const policy = textAt(where(snapshot, "aws:s3/bucketPolicy:BucketPolicy", "bucket", bucket), "policy");
  const cors = corsOf(snapshot, bucket);
  return { snapshot, again: upAgain(snapshot), bucket, policies, policy, cors, key: keyOf(snapshot, bucket) };
}
type Scene = ReturnType<typeof sceneOf>;

const links: readonly Check<Scene>[] = [
  {
    id: "bucket",
    title: "the bucket that the web application names",
    run: ({ snapshot, bucket, again }) =>
      link(
        where(snapshot, "aws:s3/bucket:Bucket", "bucket", bucket) !== undefined,
        `VITE_FILES_BUCKET is ${bucket ?? ""}.`,
        `The output filesBucket is ${bucket ?? "missing"}, and no bucket of the stack is called so.`,
        again,
      ),
  },
  {
    id: "cors-origins",
    title: "the bucket answers the application's origins",
    run: ({ snapshot, cors, again }) => {
      const origins = appOrigins(snapshot);
      const lost = origins.filter((origin) => !cors.origins.includes(origin));
      return link(
        origins.length > 0 && lost.length === 0,
        origins.join(", "),
        `Its CORS rules do not name ${lost.join(", ") || "any origin"}, so the browser stops the upload.`,
        `Add it to telehealth:domain.browserOrigins in Pulumi.${snapshot.stack}.yaml`,
        again,
      );
    },
  },
  {
    id: "cors-methods",
    title: "the bucket takes uploads from browsers",
    run: ({ cors, again }) =>
      link(cors.methods.includes("PUT"), cors.methods.join(", "), "Its CORS rules do not allow PUT.", again),
  },
  {
    id: "cors-etag",
    title: "the browser sees the ETag, which uploads in parts need",
    run: ({ cors, again }) => link(cors.exposed.includes("ETag"), "It does.", "ETag is not exposed.", again),
  },
  {
    id: "role-prefix",
    title: "a user may write into the own folder",
    run: ({ policies, bucket, again }) =>
      link(
        allows(policies, "s3:PutObject", `arn:aws:s3:::${bucket ?? ""}/${OWN}/x`),
        `${OWN}/: any other prefix is answered with 403.`,
        `The role of signed-in users has no s3:PutObject on ${OWN}/ of this bucket.`,
        again,
      ),
  },
  {
    id: "bucket-key",
    title: "the bucket encrypts with a key of this stack",
    run: ({ snapshot, key, again }) =>
      link(
        where(snapshot, "aws:kms/key:Key", "arn", key) !== undefined,
        key ?? "",
        "No key of the stack encrypts the bucket.",
        again,
      ),
  },
  {
    id: "role-key",
    title: "a user may encrypt with it through S3",
    run: ({ policies, key = "", again }) =>
      link(
        allows(policies, "kms:GenerateDataKey", key),
        "kms:GenerateDataKey, by way of S3 only.",
        "The role of signed-in users has no kms:GenerateDataKey on the bucket's key.",
        again,
      ),
  },
  {
    id: "key-policy",
    title: "the key leaves the decision to IAM",
    run: ({ snapshot, key, again }) => {
      const account = key?.split(":")[4] ?? "";
      const isLeft = keyPolicyOf(snapshot, key).some(
        (each) => each.effect === "Allow" && each.principals.includes(`arn:aws:iam::${account}:root`),
      );
      return link(
        isLeft,
        "Its policy names the account.",
        "Its policy does not name the account, so no role's policy counts.",
        again,
      );
    },
  },
  {
    id: "tls",
    title: "the bucket refuses what is not encrypted on its way",
    run: ({ policy, again }) => {
      const isRefused = statementsOf(policy).some(
        (each) => each.effect === "Deny" && each.compared("aws:SecureTransport").includes("false"),
      );
      return link(
        isRefused,
        "Plain HTTP is answered with 403: use https.",
        "The bucket's policy has no such statement.",
        again,
      );
    },
  },
  {
    id: "encryption-header",
    title: "the encryption that an upload may ask for",
    run: ({ policy }) =>
      statementsOf(policy).some(({ compared }) => compared("s3:x-amz-server-side-encryption").length > 0)
        ? unknown(
            "An upload that asks for AES256 is answered with 403. What the application sends is not in the state.",
            "Send no x-amz-server-side-encryption header, or aws:kms",
          )
        : good("Any."),
  },
  {
    id: "scan",
    title: "an uploaded file can be read back",
    run: ({ bucket, policy }) => {
      const isScanned = statementsOf(policy).some(
        (each) => each.effect === "Deny" && each.compared("s3:ExistingObjectTag/GuardDutyMalwareScanStatus").length > 0,
      );
      return isScanned
        ? unknown(
            "Until GuardDuty has found a file clean, reading it is answered with 403. The state does not know files.",
            `aws s3api get-object-tagging --bucket ${bucket ?? ""} --key <key>`,
          )
        : good("At once: files are not scanned here.");
    },
  },
];

export const upload = explanation({
  name: "upload",
  title: "A file cannot be uploaded",
  scene: sceneOf,
  links,
  commands: ({ bucket = "", snapshot }) => [
    `curl -si -X OPTIONS https://${bucket}.s3.${output(snapshot, "region") ?? ""}.amazonaws.com/x -H 'Origin: ${appOrigins(snapshot)[0] ?? ""}' -H 'Access-Control-Request-Method: PUT'`,
    `aws s3api get-bucket-cors --bucket ${bucket}`,
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=kms.amazonaws.com --max-results 20 --query 'Events[].CloudTrailEvent'`,
  ],
});
