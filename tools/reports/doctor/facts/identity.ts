import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** Who the credentials of this terminal are, or why they are nobody. */
export type Identity = { readonly account: string; readonly arn: string } | { readonly problem: string };

/** One read-only call that needs no permission: STS GetCallerIdentity. */
export async function askIdentity(region: string): Promise<Identity> {
  const client = new STSClient({ region, maxAttempts: 2 });
  try {
    const { Account: account = "", Arn: arn = "" } = await client.send(new GetCallerIdentityCommand({}));
    return { account, arn };
  } catch (error) {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  } finally {
    client.destroy();
  }
}
