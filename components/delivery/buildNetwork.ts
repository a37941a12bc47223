import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** What a build in a VPC needs: AWS, "Allow CodeBuild access to AWS services required to create a VPC network interface". */
export function networkStatements(
  { accountId, region }: Location,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
): Statement[] {
  const subnet = (id: string) => `arn:aws:ec2:${region}:${accountId}:subnet/${id}`;
  return [
    {
      Sid: "Network",
      Effect: "Allow",
      Action: [
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeDhcpOptions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ],
      Resource: "*",
    },
    {
      Sid: "NetworkForCodeBuild",
      Effect: "Allow",
      Action: "ec2:CreateNetworkInterfacePermission",
      Resource: `arn:aws:ec2:${region}:${accountId}:network-interface/*`,
      Condition: {
        StringEquals: {
          "ec2:AuthorizedService": "codebuild.amazonaws.com",
          "ec2:Subnet": pulumi
            .output(subnetIds)
            .apply((ids) => pulumi.all(ids))
            .apply((ids) => ids.map(subnet)),
        },
      },
    },
  ];
}
