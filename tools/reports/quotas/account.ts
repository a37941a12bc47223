import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  NoSuchResourceException,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import type { Granted } from "./count";
import { QUOTAS } from "./quota";

/** What AWS answers for one quota: its value, or undefined where Service Quotas does not know it. */
export type AskQuota = (service: string, quota: string) => Promise<number | undefined>;

/** What Service Quotas says of this account, or why it says nothing. */
export type Limits = { readonly granted: Granted } | { readonly problem: string };

/** Services without regions have their quotas in one. */
const GLOBAL = new Set(["cloudfront", "iam", "s3"]);

/** Asks for every quota that has a code, one after the other: Service Quotas takes ten questions a second. */
export async function readLimits(ask: AskQuota, said: (done: number, all: number) => void): Promise<Limits> {
  const codes = [...new Set(QUOTAS.flatMap(({ code }) => code ?? []))];
  const granted: Record<string, number> = {};
  try {
    for (const [index, code] of codes.entries()) {
      said(index, codes.length);
      const [service = "", quota = ""] = code.split("/");
      const value = await ask(service, quota);
      if (value !== undefined) granted[code] = value;
    }
    return { granted };
  } catch (error) {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** Service Quotas of the account whose credentials this terminal has; two read-only calls. */
export function serviceQuotas(region: string): { readonly ask: AskQuota; readonly close: () => void } {
  const clients = new Map(["us-east-1", region].map((each) => [each, new ServiceQuotasClient({ region: each })]));
  return {
    ask: async (ServiceCode, QuotaCode) => {
      const client = clients.get(GLOBAL.has(ServiceCode) ? "us-east-1" : region);
      const question = { ServiceCode, QuotaCode };
      const known = async (command: GetServiceQuotaCommand | GetAWSDefaultServiceQuotaCommand) => {
        try {
          return (await client?.send(command))?.Quota?.Value;
        } catch (error) {
          if (error instanceof NoSuchResourceException) return undefined;
          throw error;
        }
      };
      return (
        (await known(new GetServiceQuotaCommand(question))) ?? known(new GetAWSDefaultServiceQuotaCommand(question))
      );
    },
    close: () => {
      for (const client of clients.values()) client.destroy();
    },
  };
}
