import { Refusal } from "../serve";

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
  const type = token.replace(/^aws:/, "");
  // `constructor` and the like are in every table here.
  if (type in Object.prototype) throw new Refusal(`${token} is no type of the aws provider`);
  return { urn, token, type, name: name.join("::") };
}
