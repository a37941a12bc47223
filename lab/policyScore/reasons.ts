/** Why nothing is said about a mutant, where that is known. */
interface Reason {
  readonly what: RegExp;
  readonly why: string;
  /** Whether it is as safe as before, so that there was nothing to notice. */
  readonly isSafe: boolean;
}

const safe = (what: RegExp, why: string): Reason => ({ what, why, isSafe: true });
const gap = (what: RegExp, why: string): Reason => ({ what, why, isSafe: false });

const REASONS: readonly Reason[] = [
  safe(/-secret: protect = false$/, "a deleted secret can be had back for its recovery window, which is judged"),
  safe(
    /-(logs?|findings|shell|access|execution): protect = false$/,
    "AWS's own deletion protection keeps the log group, and it is judged",
  ),
  safe(/-lb: protect = false$/, "AWS's own deletion protection keeps the load balancer, and it is judged"),
  safe(
    /-images: protect = false$/,
    "AWS deletes no repository that has images, unless forceDelete is set: it is judged",
  ),
  gap(
    /^(rest-api-api|video-cdn|identities-pool): protect = false$/,
    "holds no data: up makes it again, after an outage",
  ),
  safe(/-ownership(:| is gone)/, "ACLs stay without effect: new buckets have them off, and public ones are blocked"),
  safe(/enableTokenRevocation removed/, "AWS's default is on"),
  safe(
    /^network-s3: policy/,
    "an endpoint's policy is for whoever is in the VPC already; its resources still narrow it",
  ),
  safe(/rules\[\]\.schedule/, "another rule of the same plan still runs every day"),
  safe(/^backup-buckets is gone/, "the other selection still takes the buckets in"),
  gap(/restoreMetadataOverrides/, "a bucket that lives for the 24 hours of a restore test"),
  gap(/^imports-logging is gone/, "holds dumps for a week; not judged as a bucket of records"),
  gap(/^web-firewall-app is gone/, "Amplify's firewall is not judged yet"),
  gap(/signingBehavior = "no-override"/, "CloudFront still signs all that viewers have not signed"),
  gap(/cloudWatchEncryptionEnabled/, "the log group itself is encrypted, which is judged"),
];

/** Undefined where nobody has looked at it yet. */
export function reasonOf(what: string): Reason | undefined {
  return REASONS.find((each) => each.what.test(what));
}
