import type { WireMap } from "../wire";
import { isMap, parseJson, reveal, text } from "../wire";

/** What one provider resource of the program is configured with. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
  /** `aws`, or the partition that the region's name belongs to. */
  readonly partition: string;
  /** The domain of the partition's endpoints. */
  readonly domain: string;
  readonly defaultTags: WireMap;
}

/** Used when no provider configuration names one; the same made-up account as everywhere in this project. */
const ACCOUNT_ID = "111122223333";
const REGION = "us-east-1";

export const REGION_PATTERN = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** The account of a provider, from the inputs the engine sends: anything but a string arrives as JSON text. */
export function accountFrom(args: WireMap, environment: NodeJS.ProcessEnv): Account {
  const region = text(args, "region") ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? REGION;
  const accounts = structured(args, "allowedAccountIds");
  const first = Array.isArray(accounts) ? String(accounts[0] ?? ACCOUNT_ID) : ACCOUNT_ID;
  const tags = structured(args, "defaultTags");
  const defaultTags = isMap(tags) && isMap(tags["tags"]) ? tags["tags"] : {};
  return { accountId: first, region, ...partitionOf(region), defaultTags };
}

export function partitionOf(region: string): { readonly partition: string; readonly domain: string } {
  if (region.startsWith("cn-")) return { partition: "aws-cn", domain: "amazonaws.com.cn" };
  return { partition: region.startsWith("us-gov-") ? "aws-us-gov" : "aws", domain: "amazonaws.com" };
}

function structured(args: WireMap, key: string) {
  const value = reveal(args[key] ?? null);
  return typeof value === "string" ? parseJson(value) : value;
}

/** One connection of an engine: it opens one for every provider resource, so this is how we tell providers apart. */
export class Session {
  account: Account = accountFrom({}, process.env);

  /** Resources that were checked against old inputs; when they are checked again without, they are being replaced. */
  private readonly generations = new Map<string, number>();

  /** Resources whose import this connection has asked for: what the program says of them is taken for what exists. */
  readonly imported = new Set<string>();

  /** What this connection has created. A delete of the same id that follows is for the resource that it replaced. */
  readonly created = new Set<string>();

  sawExisting(urn: string, generation: number): void {
    this.generations.set(urn, generation);
  }

  /** 0 for a new resource, one more than its predecessor's for a replacement. */
  generationOfNew(urn: string): number {
    const replaced = this.generations.get(urn);
    this.generations.delete(urn);
    return replaced === undefined ? 0 : replaced + 1;
  }
}

/**
 * The sessions of this process by the address of the engine's connection. Create, Diff and the like do not say which
 * provider resource they are for, and an attached process serves them all: aws default, explicit ones, other regions.
 * Should a connection be re-made under way, its requests are served with what was configured last.
 */
export class Sessions {
  private readonly byPeer = new Map<string, Session>();
  private latest = new Session();

  open(peer: string): Session {
    this.latest = new Session();
    this.byPeer.set(peer, this.latest);
    return this.latest;
  }

  of(peer: string): Session {
    return this.byPeer.get(peer) ?? this.latest;
  }

  configure(peer: string, account: Account): void {
    const session = this.byPeer.get(peer) ?? this.open(peer);
    session.account = account;
    this.latest = session;
  }
}
