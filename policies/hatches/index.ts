import type { Rule } from "../rule";
import { cloudControlResource } from "./cloudControlResource";
import { cloudformationTemplate } from "./cloudformationTemplate";
import { imperativeResource } from "./imperativeResource";
import { foreignPackage } from "./foreignPackage";
import { otherAwsProvider } from "./otherAwsProvider";

export const hatchRules: readonly Rule[] = [
  cloudControlResource,
  cloudformationTemplate,
  imperativeResource,
  otherAwsProvider,
  foreignPackage,
];
