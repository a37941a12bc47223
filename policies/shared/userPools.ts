export const USER_POOL = "aws:cognito/userPool:UserPool";
export const CLIENTS = [
  "aws:cognito/userPoolClient:UserPoolClient",
  "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
];

const RIGHTS =
  /role|organi[sz]ation|^org(_?id)?$|tenant|practice|clinic|admin|group|permission|scope|provider_?id|is_?staff|^npi$/i;

/** Attributes that say what somebody may see: whoever writes them decides on their own rights. */
export function decidesRights(attribute: string): boolean {
  return RIGHTS.test(attribute.replace(/^(custom|dev):/, ""));
}
