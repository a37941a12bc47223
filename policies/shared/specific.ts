/** Words of ARNs and service names that stand in everybody's. */
const EVERYBODYS =
  /\b(?:arn|aws|aws-cn|aws-us-gov|iam|sts|s3|kms|policy|role|user|assumed-role|root|key|amazonaws|com|repo|ref|refs|heads|o)\b/gi;

/**
 * Does a value of a condition name something in particular? Not where it is the request's own value (`${aws:PrincipalArn}` for
 * `aws:PrincipalArn` always holds), nor where there is nothing but wildcards and words that everybody's values have.
 */
export function isSpecific(key: string, value: string): boolean {
  if (value.toLowerCase().includes(`\${${key.toLowerCase()}`)) return false;
  if (!/[*?]/.test(value)) return value.trim() !== "";
  return /[A-Za-z0-9]{3}|\$\{/.test(value.replace(EVERYBODYS, " "));
}
