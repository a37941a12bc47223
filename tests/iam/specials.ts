import { ACCOUNT, arnOf, type Existing, type Phase, tagsOf, typeOf } from "./existing";

/** What IAM looks at in a call that says so nowhere in AWS's reference, and what it knows of it. */
export interface Special {
  readonly arn: string;
  readonly context?: Readonly<Record<string, string>>;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
const regional = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${rest}`;

/** Kinds of API Gateway that carry tags: one path for the tags of all, which says nothing of those tags to IAM. */
const TAGGED_APIS = ["apigateway/domainName", "apigateway/restApi:", "apigateway/stage", "apigatewayv2/vpcLink"];

export function specialOf(resource: Existing, phase: Phase, action: string): Special | undefined {
  const { inputs, outputs } = resource;
  const type = typeOf(resource);
  // Whoever deletes a group deletes the schedules in it.
  if (action === "scheduler:DeleteSchedule" && type.includes("scheduleGroup"))
    return { arn: regional("scheduler", `schedule/${text(inputs["name"])}/any`) };
  if (action.startsWith("cloudwatch:") && type.startsWith("appautoscaling/"))
    return { arn: regional("cloudwatch", `alarm:TargetTracking-${text(inputs["resourceId"])}-AlarmHigh-0`) };
  if (action === "secretsmanager:RotateSecret" && type === "rds/cluster:Cluster")
    return {
      arn: regional("secretsmanager", "secret:rds!cluster-0"),
      context: { "aws:ResourceTag/aws:rds:primaryDBClusterArn": arnOf(resource) },
    };
  if (action === "rds:CreateDBClusterSnapshot")
    return { arn: regional("rds", `cluster-snapshot:${text(inputs["finalSnapshotIdentifier"])}`) };
  if (action === "route53:ChangeResourceRecordSets")
    return {
      arn: `arn:aws:route53:::hostedzone/${text(inputs["zoneId"])}`,
      context: {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": text(inputs["name"]).toLowerCase().replace(/\.$/, ""),
      },
    };
  if (isTagsOfApi(type, phase, action))
    return { arn: `arn:aws:apigateway:us-east-1::/tags/${encodeURIComponent(text(outputs["arn"]))}` };
  return undefined;
}

/**
 * What IAM looks at beside: a firewall's rules of AWS, and a cluster's last snapshot. Source: `wafv2:UpdateWebACL` and
 * `rds:DeleteDBCluster` in the Service Authorization Reference.
 */
export function besideOf({ inputs }: Existing, action: string): Special | undefined {
  if (action === "rds:DeleteDBCluster" && inputs["skipFinalSnapshot"] !== true)
    return { arn: regional("rds", `cluster-snapshot:${text(inputs["finalSnapshotIdentifier"])}`) };
  const usesAws = JSON.stringify(inputs["rules"] ?? "").includes("managedRuleGroupStatement");
  return /^wafv2:(Create|Update)WebACL$/.test(action) && usesAws
    ? { arn: regional("wafv2", "regional/managedruleset/AWSManagedRulesCommonRuleSet/0") }
    : undefined;
}

function isTagsOfApi(type: string, phase: Phase, action: string): boolean {
  if (!TAGGED_APIS.some((each) => type.startsWith(each))) return false;
  if (action === "apigateway:PUT") return true;
  return phase === "update" && (action === "apigateway:POST" || action === "apigateway:DELETE");
}

/** Where AWS's reference names another kind than the call concerns (read 2026-11-30). */
export const CORRECTED: Readonly<Record<string, string>> = { "logs:DeleteDeliverySource": "logs:delivery-source" };

/** Tags are set on the resource itself, whatever else the reference names beside. */
export const TAGGING = /:((Tag|Untag)[A-Z]\w*|AddTags\w*|RemoveTags\w*)$/;

export const withTags = (prefix: "ResourceTag" | "RequestTag", resource: Existing): Record<string, string> =>
  Object.fromEntries(Object.entries(tagsOf(resource)).map(([key, value]) => [`aws:${prefix}/${key}`, String(value)]));
