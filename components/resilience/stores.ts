import type * as pulumi from "@pulumi/pulumi";

/** What AWS Backup calls them: AWS, "Feature availability by resource". */
export const STORE_TYPES = { database: "Aurora", bucket: "S3" } as const;

/** Something that holds records. */
export interface Store {
  readonly kind: keyof typeof STORE_TYPES;
  readonly arn: pulumi.Input<string>;
}

/**
 * Everything in the stack that holds records, by name: the one list that plans are made from. It holds resources and no
 * tags or patterns, so that the rule `backup-coverage` can follow each of them and see what is missing.
 */
export type Stores = Readonly<Record<string, Store>>;

/** The ARNs of the stores, or of those of one kind. */
export function arnsOf(stores: Stores, kind?: Store["kind"]): pulumi.Input<string>[] {
  return Object.values(stores).flatMap((store) => (kind === undefined || store.kind === kind ? [store.arn] : []));
}
