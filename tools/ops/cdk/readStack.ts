import { z } from "zod";
import { UsageError } from "../../shared/usageError";
import type { CdkResource } from "./cdkResource";

const listed = z.object({
  StackName: z.string().nullish(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().nullish(),
  ResourceType: z.string(),
  ResourceStatus: z.string().nullish(),
});
const listSchema = z.object({ StackResourceSummaries: z.array(listed) });
const describedSchema = z.object({ StackResources: z.array(listed) });
const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Properties: z.record(z.string(), z.unknown()).nullish(), DeletionPolicy: z.string().nullish() }),
  ),
});

/** What a template says of each resource, by logical id. */
export type Template = z.infer<typeof templateSchema>["Resources"];
type Listed = z.infer<typeof listed>;

const RETAINING = new Set(["Retain", "RetainExceptOnCreate"]);

/** The output of `aws cloudformation list-stack-resources` or `describe-stack-resources`. */
export function readResources(text: string, file: string): readonly Listed[] {
  const written = parse(text, file);
  const list = listSchema.safeParse(written);
  if (list.success) return list.data.StackResourceSummaries;
  const described = describedSchema.safeParse(written);
  if (described.success) return described.data.StackResources;
  throw new UsageError(
    `${file}: not a list of resources. Write the output of \`aws cloudformation list-stack-resources\` to it.`,
  );
}

/** A template in JSON, as `cdk synth` writes it, or the output of `aws cloudformation get-template`. */
export function readTemplate(text: string, file: string): Template {
  const written = parse(text, file);
  const body = z.object({ TemplateBody: z.unknown() }).safeParse(written);
  const inner = body.success ? body.data.TemplateBody : written;
  const template = templateSchema.safeParse(typeof inner === "string" ? parse(inner, file) : inner);
  if (template.success) return template.data.Resources;
  throw new UsageError(`${file}: not a template. Write what \`cdk synth\` puts into cdk.out, as JSON.`);
}

/** The resources that exist, each with what the template says of it. */
export function resourcesOf(stack: string, list: readonly Listed[], template: Template | undefined): CdkResource[] {
  return list.flatMap((each) => {
    const { LogicalResourceId: logicalId, PhysicalResourceId: physicalId, ResourceType: type } = each;
    const isGone = each.ResourceStatus === "DELETE_COMPLETE";
    if (isGone || physicalId === null || physicalId === undefined || physicalId === "") return [];
    const said = template?.[logicalId];
    const known = said && {
      properties: said.Properties ?? {},
      isRetained: RETAINING.has(said.DeletionPolicy ?? ""),
    };
    return [{ stack: each.StackName ?? stack, logicalId, type, physicalId, ...known }];
  });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file}: not valid JSON. Write the output of the command to it, with \`--output json\`.`);
  }
}
