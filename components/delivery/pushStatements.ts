import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../shared/policyDocument";

/** Pushing to one repository: AWS, "IAM permissions for pushing an image", Amazon ECR User Guide. */
export function pushStatements(repositoryArn: pulumi.Input<string>): Statement[] {
  return [
    // The token has no resource in IAM; what it opens is limited by the next statement.
    { Sid: "Login", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "Push",
      Effect: "Allow",
      Action: [
        "ecr:BatchCheckLayerAvailability",
        // Clients ask whether the manifest is there before they push it.
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImages",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart",
      ],
      Resource: repositoryArn,
    },
  ];
}
