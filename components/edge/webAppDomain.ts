import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** Names of our own for the app. */
export interface WebAppDomain {
  /** Such as `example.com`. AWS associates a domain with one app: give each environment its own. */
  readonly name: string;
  /** Names below it that show the app; "" is the domain itself. Such as ["", "app"]. */
  readonly prefixes: readonly string[];
}

/** Refuses what Amplify would. */
export function refuseDomain(component: pulumi.Resource, { name, prefixes }: WebAppDomain): void {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
    invalid(component, "domain", `"${name}" is not a domain`, "Write it like example.com");
  if (prefixes.length === 0)
    invalid(component, "domain", "no prefix is named", 'Name "" for the domain itself, or one such as "app"');
  const wrong = prefixes.find((prefix) => !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/.test(prefix));
  if (wrong !== undefined) invalid(component, "domain", `"${wrong}" is not a prefix`, 'Write it like "app"');
  if (new Set(prefixes).size < prefixes.length)
    invalid(component, "domain", "a prefix is listed twice", "List each once");
}

/** The origins that browsers will name. */
export function domainOrigins({ name, prefixes }: WebAppDomain): string[] {
  return prefixes.map((prefix) => (prefix === "" ? `https://${name}` : `https://${prefix}.${name}`));
}

/** Shows a branch at our own names. The records that prove and point them are in the returned resource. */
export function associateDomain(
  component: pulumi.Resource,
  name: string,
  branch: aws.amplify.Branch,
  domain: WebAppDomain,
): aws.amplify.DomainAssociation {
  const { appId, branchName } = branch;
  return new aws.amplify.DomainAssociation(
    `${name}-domain`,
    {
      appId,
      domainName: domain.name,
      subDomains: domain.prefixes.map((prefix) => ({ branchName, prefix })),
      enableAutoSubDomain: false,
      // Whoever runs the DNS may take days.
      waitForVerification: false,
    },
    { parent: component },
  );
}

/** DNS records to create, each as AWS writes it: `<name> CNAME <target>`. Some AWS only knows at the next refresh. */
export function dnsRecords(
  proof: string | undefined,
  subDomains: readonly { readonly dnsRecord?: string | undefined }[],
): string[] {
  const records = [proof, ...subDomains.map(({ dnsRecord }) => dnsRecord)];
  return records.flatMap((record = "") => (record.trim() === "" ? [] : [record.trim()]));
}
