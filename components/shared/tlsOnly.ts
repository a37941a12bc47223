import type { Statement } from "./policyDocument";

/** Refuses plain HTTP, and TLS that is older than 1.2: 45 CFR 164.312(e)(1). */
export function tlsOnly(bucketArn: string): Statement[] {
  const Resource = [bucketArn, `${bucketArn}/*`];
  const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource } as const;
  return [
    { ...deny, Sid: "TlsOnly", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { ...deny, Sid: "ModernTlsOnly", Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}
