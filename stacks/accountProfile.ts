import { z } from "zod";
import { atLeastOne, choice, count, HOST, shared, text } from "./fields";

/** What exists once in the AWS account, whatever environments it holds. */
export const accountSchema = z.strictObject({
  ...shared,
  environments: atLeastOne(
    z.strictObject({
      stack: text(/^[a-z][a-z0-9]{1,14}$/, "The name of an environment's stack, such as prod"),
      domain: text(HOST, "Its domain.name, such as telehealth.example.com: its deploy role may change no other names"),
    }),
  ).meta({ write: "The stacks that live in this account, each with stack and domain" }),
  replicateImages: z.array(text(/^[a-z][a-z0-9]{1,14}$/, "The name of a stack, such as prod")).meta({
    write:
      "The stacks whose container images are copied to recoveryRegion, such as [prod], each with service.replicateImages: true; [] for none",
  }),
  trailLock: choice(
    ["GOVERNANCE", "COMPLIANCE"],
    "GOVERNANCE, or COMPLIANCE: nobody, AWS included, can delete the audit trail before six years have passed",
  ),
  cost: z.strictObject({
    anomalyUsd: count(1, 100_000, "USD that an anomaly has to cost before an alert is sent, such as 50"),
  }),
  grantedQuotas: z
    .record(
      z.string().regex(/^[a-z0-9-]+\/L-[0-9A-F]{8}$/, "is not a service and a code of Service Quotas"),
      count(1, 1_000_000, "The limit that AWS has granted"),
    )
    .meta({
      write:
        "Limits that AWS has granted this account beyond its defaults, by service and code, such as fargate/L-3032A538: 32; npm run quotas counts against them, npm run doctor -- --real compares them",
    })
    .optional(),
  supportPeople: z
    .array(text(/^arn:aws:iam::\d{12}:(user|role)\/\S+$/, "The ARN of an IAM user or role"))
    .min(1, "is empty")
    .meta({ write: "Who may open cases with AWS Support in an incident, by ARN" })
    .optional(),
  repository: text(
    /^[\w.-]+\/[\w.-]+$/,
    "The GitHub repository of this program, as owner/name, whose workflow previews and applies",
  ).optional(),
  repositoryIds: z
    .strictObject({
      owner: count(1, Number.MAX_SAFE_INTEGER, "The number of the repository's owner"),
      repository: count(1, Number.MAX_SAFE_INTEGER, "The number of the repository"),
    })
    .meta({
      write:
        "owner and repository, as numbers, for a repository made, renamed or moved after 15 July 2026: gh api repos/<owner>/<name> --jq '.owner.id, .id'",
    })
    .optional(),
});

export type AccountProfile = z.infer<typeof accountSchema>;
