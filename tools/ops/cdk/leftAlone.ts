import { TARGETS } from "./targets";

/** Why a type is not imported, by the beginning of its name; the first that fits is the reason. */
const REASONS: readonly (readonly [beginning: string, reason: string])[] = [
  ["AWS::CDK::", "CDK's own: it goes with the CDK stack"],
  ["Custom::", "CDK's own: it goes with the CDK stack"],
  ["AWS::CloudFormation::CustomResource", "CDK's own: it goes with the CDK stack"],
  ["AWS::CloudFormation::Stack", "a nested stack: name it with --cfn-stack too"],
  ["AWS::EC2::VPCGatewayAttachment", "part of the internet gateway: imported with it"],
  [
    "AWS::SecretsManager::SecretTargetAttachment",
    "belongs to CDK's database secret: RDS manages the master password of the program's cluster",
  ],
  [
    "AWS::EC2::VPCEndpoint",
    "the program makes its own, and a network takes each once: take it out of CDK before the update, not after it",
  ],
  ...[
    ...["AWS::EC2::SecurityGroup", "AWS::EC2::FlowLog", "AWS::IAM::", "AWS::Lambda::"],
    ...["AWS::RDS::DBClusterParameterGroup", "AWS::RDS::DBParameterGroup", "AWS::KMS::Alias", "AWS::ApiGateway"],
    ...["AWS::CloudFront::", "AWS::CloudWatch::", "AWS::Events::", "AWS::Logs::", "AWS::SNS::", "AWS::SQS::"],
    ...["AWS::SecretsManager::RotationSchedule", "AWS::WAFv2::", "AWS::ElasticLoadBalancingV2::"],
    ...["AWS::CertificateManager::", "AWS::Route53::RecordSet", "AWS::ECS::", "AWS::ApplicationAutoScaling::"],
  ].map((beginning) => [beginning, "holds no data: the program makes its own"] as const),
];

/** Undefined for a type that is imported. */
export function reasonToLeave(type: string): string | undefined {
  if (TARGETS[type] !== undefined) return undefined;
  const known = REASONS.find(([beginning]) => type.startsWith(beginning));
  return (
    known?.[1] ?? "the program makes nothing of this type: keep it in CDK, or retain it and look after it yourself"
  );
}
