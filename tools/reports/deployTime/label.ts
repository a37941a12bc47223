/** `aws:ec2/natGateway:NatGateway` as `ec2.NatGateway`, with the setting that matters if the key has one. */
export function shortType(key: string): string {
  const [type = "", setting] = key.split(", ");
  const [, module = "", name = ""] = type.split(":");
  const service = module.split("/")[0] ?? "";
  const short = service === "pulumi" ? name : `${service}.${name}`;
  return setting === undefined ? short : `${short}, ${setting}`;
}

/** Names alone may stand twice: an address and the gateway that has it. */
export function labelOf({ name, type }: { readonly name: string; readonly type: string }): string {
  return `${name} (${shortType(type)})`;
}
