/** Something that a call can be aimed at, as IAM sees it. */
export interface Target {
  /** `logs:log-group`, as the Service Authorization Reference has it. */
  readonly kind: string;
  readonly arn: string;
  /** Tags of the thing, by the names of the keys that policies compare. */
  readonly tags: Readonly<Record<string, string>>;
}
