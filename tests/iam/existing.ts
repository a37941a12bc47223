/** A resource in the state of a stack. */
export interface Existing {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

export type Phase = "create" | "read" | "update" | "delete";

export const ACCOUNT = "111122223333";

/** `kms/key:Key`. */
export const typeOf = ({ type }: Existing): string => type.replace(/^aws:/, "");

export function tagsOf({ inputs, outputs }: Existing): Readonly<Record<string, unknown>> {
  const tags = outputs["tagsAll"] ?? inputs["tagsAll"];
  return typeof tags === "object" && tags !== null ? { ...tags } : {};
}

/** The ARN that IAM compares, where the provider's output is none. */
export function arnOf(resource: Existing): string {
  const { id = "", inputs, outputs } = resource;
  const kind = typeOf(resource);
  if (kind === "s3/bucket:Bucket") return `arn:aws:s3:::${String(outputs["bucket"])}`;
  if (kind === "cloudwatch/dashboard:Dashboard")
    return `arn:aws:cloudwatch::${ACCOUNT}:dashboard/${String(inputs["dashboardName"])}`;
  if (kind === "amplify/domainAssociation:DomainAssociation")
    return `arn:aws:amplify:us-east-1:${ACCOUNT}:apps/${String(inputs["appId"])}/domains/${String(inputs["domainName"])}`;
  const arn = outputs["arn"];
  return typeof arn === "string" && arn.startsWith("arn:")
    ? arn
    : `arn:aws:${kind.split("/")[0] ?? ""}:us-east-1:${ACCOUNT}:${id}`;
}
