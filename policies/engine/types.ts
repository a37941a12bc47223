/** Other tokens of the same resource: the SDK keeps old modules and the V2 names alive as aliases of today's. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/^aws:(?:alb|applicationloadbalancing|elasticloadbalancingv2)\//, "aws:lb/"],
  [/^aws:elasticloadbalancing\//, "aws:elb/"],
  [/^aws:s3\/(\w+)V2:\w+V2$/, "aws:s3/$1:"],
  [/^aws:s3\/[bB]ucketObject(?:v2)?:\w+$/, "aws:s3/bucketObject:"],
  [/^aws:workspaces\/web([A-Z]\w+):.*$/, "aws:workspacesweb/$1:"],
  [/^aws:ec2\/encryptionControl:.*$/, "aws:ec2/vpcEncryptionControl:"],
  [/^aws:ec2\/transitGatewayPeeringAttachmentAccepter:.*$/, "aws:ec2transitgateway/peeringAttachmentAccepter:"],
  [/^aws:lambda\/microvmsImage:.*$/, "aws:lambdamicrovms/image:"],
  [/^aws:directoryservice\/conditionalForwader:.*$/, "aws:directoryservice/conditionalForwarder:"],
  [/^aws:directoryservice\/logService:.*$/, "aws:directoryservice/logSubscription:"],
  [/^aws:ses\/confgurationSet:.*$/, "aws:ses/configurationSet:"],
  [/^aws:chime\/voiceConnectorOrganization:.*$/, "aws:chime/voiceConnectorOrigination:"],
];

/**
 * The token a rule is written for: today's module and name. A replacement that ends in a colon gets the class name, which
 * is the member with a capital letter.
 */
export function canonical(type: string): string {
  const token = SPELLINGS.reduce((spelt, [old, now]) => spelt.replace(old, now), type);
  if (token === type || !token.endsWith(":")) return token;
  const [module, member = ""] = token.slice(0, -1).split("/");
  const first = member.charAt(0);
  return `${module ?? ""}/${first.toLowerCase()}${member.slice(1)}:${first.toUpperCase()}${member.slice(1)}`;
}

/** Does a type belong to a token of a rule? One that ends in `*` stands for every type that begins so. */
export function matches(token: string, type: string): boolean {
  return token.endsWith("*") ? type.startsWith(token.slice(0, -1)) : type === token;
}
