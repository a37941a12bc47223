/** Other tokens of the same resource: the SDK keeps old modules and the V2 names alive as aliases of today's. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/^aws:(?:alb|applicationloadbalancing|elasticloadbalancingv2)\//, "aws:lb/"],
  [/^aws:elasticloadbalancing\//, "aws:elb/"],
  [/^aws:s3\/(\w+)V2:\w+V2$/, "aws:s3/$1:"],
  [/^aws:s3\/[bB]ucketObject(?:v2)?:\w+$/, "aws:s3/bucketObject:"],
];

/**
 * The token a rule is written for: today's module and name. A token that ends in a colon gets the class name back, which
 * is the member with a capital letter.
 */
export function canonical(type: string): string {
  const token = SPELLINGS.reduce((spelt, [old, now]) => spelt.replace(old, now), type);
  if (!token.endsWith(":")) return token;
  const member = token.slice(token.lastIndexOf("/") + 1, -1);
  return token + member.charAt(0).toUpperCase() + member.slice(1);
}
