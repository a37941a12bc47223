/** The parts of `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>` that the providers need. */
export interface ResourceName {
  readonly urn: string;
  /** `aws:ec2/vpc:Vpc` */
  readonly token: string;
  /** The token without its package: the key of every table here, `ec2/vpc:Vpc`. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
}

export function parseUrn(urn: string): ResourceName {
  const [, , types = "", ...name] = urn.split("::");
  const token = types.split("$").at(-1) ?? "";
  return { urn, token, type: token.replace(/^aws:/, ""), name: name.join("::") };
}
