import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import type { CdkResource, CdkStack } from "./cdkResource";
import type { Choices } from "./choices";
import { type Difference, differencesOf } from "./differences";
import type { Imported } from "./imported";
import { reasonToLeave } from "./leftAlone";
import { candidatesIn, matchResources } from "./matchResources";
import { partsOf } from "./parts";
import { TARGETS } from "./targets";

/** How many names a sentence offers. */
const SHOWN = 6;

/** A live resource that is not imported. */
export interface Left {
  readonly cdk: CdkResource;
  readonly reason: string;
  /** Whether it could be, if somebody said how. */
  readonly isOpen: boolean;
}

/** How the program takes over what CloudFormation stacks made. */
export interface Migration {
  /** Sorted by URN. */
  readonly imported: readonly Imported[];
  readonly left: readonly Left[];
  readonly differences: readonly Difference[];
  /** Whether the templates were read. */
  readonly hasTemplate: boolean;
}

export function migrationOf(stacks: readonly CdkStack[], snapshot: Snapshot, choices: Choices): Migration {
  const pairs = matchResources(stacks, snapshot, choices);
  const found = stacks.flatMap((stack) =>
    [...stack.values()].map((cdk) => importOf(cdk, stack, pairs.get(cdk), snapshot, choices)),
  );
  const urns = new Set(found.flatMap((each) => ("id" in each ? [each.resource.urn] : [])));
  const settled = found.map((each) => ("id" in each ? withParent(each, urns, snapshot) : each));
  const whole = settled.flatMap((each) => ("id" in each ? [each] : []));
  const parts = whole.flatMap((each) => partsOf(each, snapshot.resources));
  return {
    imported: [...whole, ...parts].toSorted((a, b) => (a.resource.urn < b.resource.urn ? -1 : 1)),
    left: settled.flatMap((each) => ("reason" in each ? [each] : [])),
    differences: whole.flatMap((each) => differencesOf(each, pairs, stacks)),
    hasTemplate: stacks.every((stack) => [...stack.values()].every(({ properties }) => properties !== undefined)),
  };
}

function importOf(
  cdk: CdkResource,
  stack: CdkStack,
  resource: SnapshotResource | undefined,
  snapshot: Snapshot,
  choices: Choices,
): Imported | Left {
  const left = (reason: string, isOpen: boolean) => ({ cdk, reason, isOpen });
  const target = TARGETS[cdk.type];
  if (target === undefined) return left(reasonToLeave(cdk.type) ?? "", false);
  if (resource === undefined) {
    if (choices.has(cdk)) return left("--map says so", false);
    if (target.onRequest !== undefined) return left(target.onRequest, false);
    const names = candidatesIn(snapshot.resources, target).map(({ name }) => name);
    if (names.length === 0) return left(`the program makes none in ${snapshot.stack}`, false);
    const some = names.slice(0, SHOWN).join(", ") + (names.length > SHOWN ? ", ..." : "");
    return left(`its name does not say whether it is one of ${some}: use --map ${cdk.logicalId}=name or =none`, true);
  }
  const id = target.id === undefined ? cdk.physicalId : target.id(cdk, stack);
  if (id !== undefined) return { cdk, resource, id };
  const missing =
    cdk.type === "AWS::EC2::EIP"
      ? "its allocation id is not known: name the stack with --cfn-stack"
      : "its import id cannot be made without the template, or names what another stack made";
  return left(`it would be ${resource.name}, but ${missing}`, true);
}

/** Pulumi cannot import a child of what is neither in the file nor in its state. */
function withParent(imported: Imported, urns: ReadonlySet<string>, { resources }: Snapshot): Imported | Left {
  const { cdk, resource } = imported;
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  for (let at = parentIn(byUrn, resource); at !== undefined; at = parentIn(byUrn, at))
    if (at.custom && !urns.has(at.urn))
      return { cdk, isOpen: true, reason: `it would be ${resource.name}, but its parent ${at.name} is not imported` };
  return imported;
}

const parentIn = (byUrn: ReadonlyMap<string, SnapshotResource>, { parent }: SnapshotResource) =>
  parent === undefined ? undefined : byUrn.get(parent);
