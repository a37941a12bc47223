import type { Field } from "../engine/field";
import { rule } from "../rule";

/** Where each type says what it deploys. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudformation/stack:Stack": ["templateBody", "templateUrl"],
  "aws:cloudformation/stackSet:StackSet": ["templateBody", "templateUrl"],
  "aws:cloudformation/stackInstances:StackInstances": ["stackSetName"],
  "aws:cloudformation/stackSetInstance:StackSetInstance": ["stackSetName"],
  "aws:cloudformation/cloudFormationType:CloudFormationType": ["typeName"],
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": ["applicationId"],
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": ["productId", "productName"],
  "aws:servicecatalog/product:Product": ["provisioningArtifactParameters"],
};

export const cloudformationTemplate = rule({
  id: "cloudformation-template",
  title: "No resource is hidden in a template that another tool deploys",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(a)(1)"],
  remediation:
    "Write the template's resources with types of @pulumi/aws; `pulumi convert --from cloudformation` gives a start",
  types: Object.keys(TEMPLATES),
  check: (stack) => {
    const [first, ...others] = (TEMPLATES[stack.type] ?? []).map((property) => stack.at(property));
    const named = [first, ...others].find((each) => each?.given) ?? first;
    return named?.refuse(`${describe(named)}, which no rule here can judge`);
  },
});

function describe(template: Field): string {
  const types = [...new Set(template.text?.match(/AWS::\w+::\w+|Custom::\w+/g) ?? [])];
  return types.length === 0
    ? "deploys resources from a template"
    : `deploys ${types.slice(0, 4).join(", ")}${types.length > 4 ? " and more" : ""} from a template`;
}
