/** Names alone may stand twice: an address and the gateway that has it, `nat (ec2.NatGateway)`. */
export function labelOf({ name, type }: { readonly name: string; readonly type: string }): string {
  const [, module = "", kind = ""] = type.split(":");
  const service = module.split("/")[0] ?? "";
  return `${name} (${service === "pulumi" ? kind : `${service}.${kind}`})`;
}
