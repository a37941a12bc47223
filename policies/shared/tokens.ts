/**
 * What names somebody in front of the first wildcard: an owner's whole name (`repo:clinic/*`, `clinic/automation/*`), an id
 * (`org/<id>/*`, `{<id>}*`), or the connection that a user came by (`auth0|123*`).
 */
const SOMEBODY = [
  /^[\w-]+:[^:/]+[:/]/,
  /^[\w.-]+\/[\w.-]+\//,
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i,
  /^[\w-]+\|\w/,
];
/** Words that stand in front of everybody's. */
const EVERYBODYS = /^system:serviceaccount:$/i;

/**
 * Does a claim say whose token it is? The audience sts.amazonaws.com is what every workflow of everybody asks for. Whether it is made
 * of the token's own claims is asked elsewhere.
 */
export function namesIdentity(claim: string): boolean {
  const [fixed = "", ...wild] = claim.trim().split(/[*?]/);
  if (wild.length === 0) return fixed !== "" && fixed !== "sts.amazonaws.com";
  return !EVERYBODYS.test(fixed) && SOMEBODY.some((each) => each.test(fixed));
}
