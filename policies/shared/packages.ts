/**
 * Packages whose resources the rules read, and those that make nothing anywhere: awsx only groups resources of aws, random and
 * tls compute values. Nothing here is loaded with it, so that a program can ask at no cost.
 */
const KNOWN: ReadonlySet<string> = new Set(["aws", "awsx", "pulumi", "random", "tls"]);

const PROVIDER = "pulumi:providers:";

/** `aws` of `aws:s3/bucket:Bucket`, of its provider's `pulumi:providers:aws` and of the function `aws:s3/getBucket:getBucket`. */
export function packageOf(token: string): string {
  return (token.startsWith(PROVIDER) ? token.slice(PROVIDER.length) : token).split(":")[0] ?? "";
}

export function isKnownPackage(name: string): boolean {
  return KNOWN.has(name);
}
