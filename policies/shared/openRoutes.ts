/** What anybody may call without signing in: whether the service lives, and nothing else, by GET. */
const LIVENESS = /^\/?(health|healthz|status)$/;
/** Vendors have no token of ours: they sign what they POST, and the application checks that. */
const WEBHOOK = /^\/?(webhooks?|hooks)\/.+$/;

/** May this route do without an authorizer? Paths as API Gateway writes them, such as /webhooks/{proxy+}. */
export function isOpenRoute(verb: string, path: string): boolean {
  const wanted = verb.toUpperCase();
  if (wanted === "OPTIONS") return true;
  if (wanted === "GET" || wanted === "HEAD") return LIVENESS.test(path);
  return wanted === "POST" && WEBHOOK.test(path);
}
