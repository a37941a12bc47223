import type { Rule } from "../rule";
import { cloudControl } from "./cloudControl";
import { cloudFormation } from "./cloudFormation";
import { commands } from "./commands";
import { foreignPackage } from "./foreignPackage";
import { otherProviders } from "./otherProviders";

export const hatchRules: readonly Rule[] = [cloudControl, cloudFormation, commands, otherProviders, foreignPackage];
