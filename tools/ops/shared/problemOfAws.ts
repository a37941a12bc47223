import { UsageError } from "../../shared/usageError";

/** Names that the SDK gives to errors before a service has answered, and what helps. */
const BEFORE_AN_ANSWER: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    "Sign in (`aws sso login`) and set AWS_PROFILE, or export AWS_ACCESS_KEY_ID and its secret.",
  TokenProviderError: "The sign-in has expired: `aws sso login`.",
  TimeoutError: "Check the network, and AWS_ENDPOINT_URL if it is set.",
  ECONNREFUSED: "Check the network, and AWS_ENDPOINT_URL if it is set.",
  ENOTFOUND: "Check the network and the region.",
};
const HINTS: Readonly<Record<string, string>> = {
  AccessDeniedException:
    "The credentials lack this permission: attach the policy in the output operatorPolicyArn, or use others.",
  AccessDenied:
    "The credentials lack this permission: attach the policy in the output operatorPolicyArn, or use others.",
  ExpiredTokenException: "The credentials have expired: sign in again.",
  ExpiredToken: "The credentials have expired: sign in again.",
  UnrecognizedClientException: "These credentials are not known to AWS: sign in again.",
};

/** What AWS or the way to it answered, for the user, without a stack trace; undefined for an error of ours. */
export function problemOfAws(error: unknown): UsageError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const before = BEFORE_AN_ANSWER[error.name] ?? (code === undefined ? undefined : BEFORE_AN_ANSWER[code]);
  if (before !== undefined) return new UsageError(`AWS could not be reached: ${error.message}\n${before}`);
  // Every answer of a service has this, and nothing else has.
  if (!("$metadata" in error)) return undefined;
  const hint = HINTS[error.name];
  return new UsageError(`AWS refused: ${error.name}: ${error.message}${hint === undefined ? "" : `\n${hint}`}`);
}
