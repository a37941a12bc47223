import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { listOf, textOf } from "../../../shared/fields";
import { at, output, textAt, textsAt } from "./read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";

/** Where the web application is served from: on Amplify its own addresses, elsewhere those that the CDN is told. */
export function appOrigins(snapshot: Snapshot): readonly string[] {
  const [hosted] = ofType(snapshot, "aws:amplify/domainAssociation:DomainAssociation");
  if (hosted === undefined) return cdnOrigins(snapshot);
  const domain = textAt(hosted, "domainName") ?? "";
  return listOf(at(hosted, "subDomains")).map((each) => {
    const prefix = textOf(valueAt(each, "prefix")) ?? "";
    return `https://${prefix === "" ? "" : `${prefix}.`}${domain}`;
  });
}

/** The origins whose scripts may read recordings. */
export function cdnOrigins(snapshot: Snapshot): readonly string[] {
  return ofType(snapshot, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy")
    .filter(({ name }) => name.startsWith("video"))
    .flatMap((each) => textsAt(each, "corsConfig.accessControlAllowOrigins.items"));
}

/** The host in an output that is an address. */
export function hostOf(snapshot: Snapshot, name: string): string | undefined {
  return /^https:\/\/([^/]+)/.exec(output(snapshot, name) ?? "")?.[1];
}
