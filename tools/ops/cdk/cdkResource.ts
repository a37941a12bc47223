/** A resource of a CloudFormation stack, as AWS lists it, with what the stack's template says of it. */
export interface CdkResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** What CloudFormation calls its physical id: a name, an id or an ARN, by type. */
  readonly physicalId: string;
  /** Absent if the template is not known. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** True if CloudFormation leaves it in peace when it goes; undefined if the template is not known. */
  readonly isRetained?: boolean;
}

/** Resources by the logical id by which those of the same stack name each other. */
export type CdkStack = ReadonlyMap<string, CdkResource>;

/** The logical id that a value of a template stands for: `Ref` or `Fn::GetAtt`. */
export function referred(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const how = Object.keys(value);
  if (how.length !== 1) return undefined;
  if ("Ref" in value) return typeof value.Ref === "string" ? value.Ref : undefined;
  if (!("Fn::GetAtt" in value)) return undefined;
  const what = value["Fn::GetAtt"];
  const first: unknown = Array.isArray(what) ? what[0] : what;
  return typeof first === "string" ? first.split(".")[0] : undefined;
}
