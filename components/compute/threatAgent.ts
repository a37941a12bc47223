import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** Reading an image once logged in: "Amazon ECR repository policies", required to pull. */
export const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

/**
 * What the execution role of every task needs, whatever its own images: GuardDuty puts its agent beside the task, and the
 * task pulls it from an account of AWS that is another one in each region. Without it the task runs unwatched: GuardDuty User
 * Guide, "Prerequisites for AWS Fargate (Amazon ECS only) support".
 */
export function threatAgentStatements({ region }: Location): Statement[] {
  return [
    // The token has no resource in IAM; what it opens is limited by the next statement.
    { Sid: "Login", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "ThreatAgent",
      Effect: "Allow",
      Action: PULL,
      Resource: `arn:aws:ecr:${region}:*:repository/aws-guardduty-agent-fargate`,
    },
  ];
}
