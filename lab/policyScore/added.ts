/** A resource that a colleague might add to the platform. */
export interface Added {
  readonly what: string;
  readonly family: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly protect: boolean;
}

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b";

/** One added resource; its type is written without `aws:`. */
export const one = (
  family: string,
  what: string,
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  { protect = true }: { readonly protect?: boolean } = {},
): Added => ({ what, family, type: `aws:${type}`, inputs, protect });

export const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const allow = (more: object) => ({ Effect: "Allow", Action: "*", Resource: "*", ...more });
