import { priced } from "../priced";
import { part } from "../stack";

const bucket = part("s3/bucket:Bucket", "files");
const lifecycle = (...rules: object[]) =>
  part(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "rules",
    { rules: rules.map((each) => ({ status: "Enabled", ...each })) },
    { bucket: ["files"] },
  );
const cdn = part("cloudfront/distribution:Distribution", "cdn", {}, { origins: ["files"] });
const versions = part(
  "s3/bucketVersioning:BucketVersioning",
  "versions",
  { versioningConfiguration: { status: "Enabled" } },
  { bucket: ["files"] },
);

priced("S3", [
  ["files lie in Standard", [bucket], { filesGb: 1000 }, "files, Standard", 23],
  [
    "recordings move after their days",
    [bucket, cdn, lifecycle({ transitions: [{ days: 365 / 4, storageClass: "GLACIER_IR" }] })],
    { videoNewGb: 100, ageMonths: 12 },
    "videos, Glacier Instant Retrieval",
    3.6,
  ],
  ["recordings that stay", [bucket, cdn], { videoNewGb: 100, ageMonths: 12 }, "videos, Standard", 27.6],
  [
    "recordings go after their time",
    [bucket, cdn, lifecycle({ expiration: { days: 365 / 2 } })],
    { videoNewGb: 100, ageMonths: 12 },
    "videos, Standard",
    13.8,
  ],
  [
    "a rule that is off does nothing",
    [bucket, cdn, lifecycle({ status: "Disabled", expiration: { days: 365 / 2 } })],
    { videoNewGb: 100, ageMonths: 12 },
    "videos, Standard",
    27.6,
  ],
  ["old versions are kept", [bucket, versions], { filesGb: 1000, ageMonths: 10 }, "files, old versions", 11.5],
  [
    "old versions go after their days",
    [bucket, versions, lifecycle({ noncurrentVersionExpiration: { noncurrentDays: 365 / 12 } })],
    { filesGb: 1000 },
    "files, old versions",
    1.15,
  ],
  ["without versions there are none", [bucket], { filesGb: 1000 }, "files, old versions", 0],
]);
