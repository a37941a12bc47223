/** Resources that a colleague might add to the platform. */
export interface Added {
  readonly what: string;
  readonly family: string;
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly protect?: boolean;
    /** Property -> names of the added resources that it is made from. */
    readonly from?: Readonly<Record<string, readonly string[]>>;
  }[];
}

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b";

/** One added resource; its type is written without `aws:`. */
export const one = (
  family: string,
  what: string,
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  more: { readonly protect?: boolean } = {},
): Added => ({
  what,
  family,
  resources: [
    {
      type: type.includes(":") && /^(pulumi|command|aws-native)/.test(type) ? type : `aws:${type}`,
      name: "added",
      inputs,
      ...more,
    },
  ],
});

export const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const allow = (more: object) => ({ Effect: "Allow", Action: "*", Resource: "*", ...more });

export { SAFE } from "./addedSafe";
export { UNSAFE } from "./addedUnsafe";
