/** What a name must look like, and the same in words: limits of the API references of each service, "Create…". */
export type Named = readonly [property: string, pattern: RegExp, words: string];

/** What the pack believes of a type. */
export interface Facts {
  /** Whether it holds data that no deployment can make again: losing one is losing records, users or the keys to them. */
  readonly holdsData?: boolean;
  /** AWS Backup can copy it, and it holds records: AWS Backup Developer Guide, "Feature availability by resource". */
  readonly backedUp?: true;
  /** Where a store names the subnets that it runs in. */
  readonly storeSubnets?: readonly string[];
  /** Where what works on data names the subnets that it runs in. */
  readonly workloadSubnets?: readonly string[];
  readonly named?: Named;
}

/** Types by token, and those that hold no data and of which there is nothing more to say. */
export function facts(
  known: Readonly<Record<string, Facts>>,
  holdNothing: readonly string[] = [],
): ReadonlyMap<string, Facts> {
  const plain = holdNothing.map((type): [string, Facts] => [type, { holdsData: false }]);
  return new Map([...Object.entries(known), ...plain]);
}

/** Whose name a dimension carries: the types, and the properties that hold it. None: AWS's own words, such as a rule's. */
export interface Subject {
  readonly types: readonly string[];
  readonly properties: readonly string[];
}

export const subject = (properties: readonly string[], ...types: readonly string[]): Subject => ({ types, properties });
export const ANY = subject([]);

/** The dimensions that each namespace publishes: from the monitoring page of the service's guide. */
export type Dimensions = Readonly<Record<string, Readonly<Record<string, Subject>>>>;
