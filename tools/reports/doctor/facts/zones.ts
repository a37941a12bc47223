import { DescribeAvailabilityZonesCommand, EC2Client } from "@aws-sdk/client-ec2";

/** Letter of a zone in this account -> id, which is the same in every account: `us-east-1a` -> `use1-az6`. */
export type Zones = { readonly ids: Readonly<Record<string, string>> } | { readonly problem: string };

/** One read-only call: EC2 DescribeAvailabilityZones. */
export async function askZones(region: string): Promise<Zones> {
  const client = new EC2Client({ region, maxAttempts: 2 });
  try {
    const { AvailabilityZones: zones = [] } = await client.send(new DescribeAvailabilityZonesCommand({}));
    return { ids: Object.fromEntries(zones.map(({ ZoneName: name = "", ZoneId: id = "" }) => [name, id])) };
  } catch (error) {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  } finally {
    client.destroy();
  }
}

/**
 * Zones that have VPC links V2, by region: "Set up VPC links V2 in API Gateway", Amazon API Gateway Developer Guide (read
 * 2026-11-30). RDS Proxy has no other gap than use1-az3: "RDS Proxy for Aurora", Amazon Aurora User Guide.
 */
const WITH_VPC_LINKS: Readonly<Record<string, readonly string[]>> = {
  "ap-northeast-1": ["apne1-az1", "apne1-az2", "apne1-az4"],
  "ap-northeast-2": ["apne2-az1", "apne2-az2", "apne2-az3"],
  "ap-south-1": ["aps1-az1", "aps1-az2", "aps1-az3"],
  "ap-southeast-1": ["apse1-az1", "apse1-az2", "apse1-az3"],
  "ap-southeast-2": ["apse2-az1", "apse2-az2", "apse2-az3"],
  "ca-central-1": ["cac1-az1", "cac1-az2"],
  "eu-central-1": ["euc1-az1", "euc1-az2", "euc1-az3"],
  "eu-north-1": ["eun1-az1", "eun1-az2", "eun1-az3"],
  "eu-west-1": ["euw1-az1", "euw1-az2", "euw1-az3"],
  "eu-west-2": ["euw2-az1", "euw2-az2", "euw2-az3"],
  "eu-west-3": ["euw3-az1", "euw3-az3"],
  "sa-east-1": ["sae1-az1", "sae1-az2", "sae1-az3"],
  "us-east-1": ["use1-az1", "use1-az2", "use1-az4", "use1-az5", "use1-az6"],
  "us-east-2": ["use2-az1", "use2-az2", "use2-az3"],
  "us-west-1": ["usw1-az1", "usw1-az3"],
  "us-west-2": ["usw2-az1", "usw2-az2", "usw2-az3", "usw2-az4"],
};

/** Whether a zone has VPC links V2 and RDS Proxy; undefined for a region that AWS's table does not have. */
export function hasPrivateLinks(region: string, zoneId: string): boolean | undefined {
  return WITH_VPC_LINKS[region]?.includes(zoneId);
}
