import type * as aws from "@pulumi/aws";

type Rule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** HIPAA documentation is kept for six years, two of them leap at most: 45 CFR 164.316(b)(2)(i). */
export const SIX_YEARS = 2192;

/** Days an upload that was begun and never finished is kept, and paid for, invisibly. */
const ABANDONED_UPLOAD_DAYS = 7;

/** Days that are billed even if the object goes earlier: AWS, "Amazon S3 pricing". */
const BILLED_DAYS = { GLACIER_IR: 90, GLACIER: 90, DEEP_ARCHIVE: 180 } as const;

/** When objects move to storage that is cheap to keep and dear to read. */
export interface Archive {
  /** Days after upload. */
  readonly afterDays: number;
  /** Only `GLACIER_IR` still answers at once. The others need a restore of hours: a CDN answers 403 for them. */
  readonly storageClass: keyof typeof BILLED_DAYS;
}

/** What a bucket keeps, and for how long. */
export interface Retention {
  /** Days a replaced or deleted object can still be brought back; undefined in a bucket without versions. */
  readonly keepNoncurrentDays: number | undefined;
  readonly archive: Archive | undefined;
  readonly expireAfterDays: number | undefined;
  readonly intelligentTiering: boolean;
}

/** The field, what is wrong with it, and what to write; undefined if S3 will accept the retention. */
export function retentionProblem(retention: Retention): readonly [string, string, string] | undefined {
  const { keepNoncurrentDays, archive, expireAfterDays, intelligentTiering } = retention;
  for (const [field, days] of [
    ["versions", keepNoncurrentDays],
    ["archive", archive?.afterDays],
    ["expireAfterDays", expireAfterDays],
  ] as const)
    if (days !== undefined && (!Number.isInteger(days) || days < 1))
      return [field, `${days} is not a number of days`, "Use a whole number from 1"];
  if (archive && intelligentTiering)
    return ["intelligentTiering", "archive moves the same objects", "Choose one of the two"];
  if (!archive || expireAfterDays === undefined) return undefined;

  const soonest = archive.afterDays + BILLED_DAYS[archive.storageClass];
  if (expireAfterDays >= soonest) return undefined;
  const wrong = `${expireAfterDays} is too soon: ${archive.storageClass} from day ${archive.afterDays} is billed to day ${soonest}`;
  return ["expireAfterDays", wrong, `Use ${soonest} or more, or archive earlier or not at all`];
}

/** The rules of the one lifecycle configuration a bucket can have. */
export function lifecycleRules(retention: Retention): Rule[] {
  const { keepNoncurrentDays, archive, expireAfterDays, intelligentTiering } = retention;
  const all = { status: "Enabled", filter: { prefix: "" } };
  const transition = archive
    ? [{ days: archive.afterDays, storageClass: archive.storageClass }]
    : intelligentTiering
      ? [{ days: 0, storageClass: "INTELLIGENT_TIERING" }]
      : [];
  const keep = {
    ...(transition.length > 0 ? { transitions: transition } : {}),
    ...(expireAfterDays === undefined ? {} : { expiration: { days: expireAfterDays } }),
    // In a bucket with versions an expiry only hides the object: this is what deletes it.
    ...(keepNoncurrentDays === undefined
      ? {}
      : { noncurrentVersionExpiration: { noncurrentDays: keepNoncurrentDays } }),
  };
  return [
    {
      id: "abandoned-uploads",
      ...all,
      abortIncompleteMultipartUpload: { daysAfterInitiation: ABANDONED_UPLOAD_DAYS },
    },
    ...(Object.keys(keep).length > 0 ? [{ id: "keep", ...all, ...keep }] : []),
    // A rule of its own: S3 refuses it beside an expiry in days.
    ...(keepNoncurrentDays === undefined
      ? []
      : [{ id: "spent-delete-markers", ...all, expiration: { expiredObjectDeleteMarker: true } }]),
  ];
}
