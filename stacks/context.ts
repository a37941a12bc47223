import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { boundedRoles } from "../components/shared/boundedRoles";
import type { Location } from "../components/shared/placement";
import type { Profile } from "./profile";

/** What every part of a stack needs to know. */
export interface Context {
  readonly location: Location;
  /** Begins every physical name, so that stacks can share an account: `telehealth-prod`. */
  readonly prefix: string;
  /** Of API Gateway: the environment's own name, in the letters it allows. */
  readonly stageName: string;
  readonly deletionProtection: boolean;
  /** Hands the one AWS provider on to components. */
  readonly opts: pulumi.ComponentResourceOptions;
}

/** What of the settings a context needs: an environment's, or the account's. */
type Placed = Pick<Profile, "accountId" | "region" | "owner" | "deletionProtection" | "roleBoundary"> & {
  readonly dataClass: string;
};

/** Where a deploy role applies the stack, it may make roles only with the boundary that its administrator wrote. */
function boundary({ accountId, roleBoundary }: Placed): Pick<pulumi.ComponentResourceOptions, "transforms"> {
  if (roleBoundary === undefined) return {};
  return { transforms: [boundedRoles(`arn:aws:iam::${accountId}:policy/${roleBoundary}`)] };
}

/**
 * The stack's context and its one AWS provider: pinned to the account, so that the wrong credentials change nothing, and
 * tagging everything. The default provider is disabled in the stacks' files.
 */
export function createContext(profile: Placed, opts: pulumi.ComponentResourceOptions): Context {
  const { accountId, region, dataClass, owner, deletionProtection } = profile;
  const [project, stack] = [pulumi.getProject(), pulumi.getStack()];
  const tags = { Project: project, Environment: stack, DataClass: dataClass, Owner: owner, ManagedBy: "pulumi" };
  const provider = new aws.Provider("aws", { region, allowedAccountIds: [accountId], defaultTags: { tags } }, opts);
  return {
    location: { accountId, region },
    prefix: `${project}-${stack}`,
    stageName: stack.replaceAll(/\W/g, "_"),
    deletionProtection,
    opts: { ...opts, providers: [provider], ...boundary(profile) },
  };
}
