import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** What the role of a function is made from. */
export interface HandlerAccess {
  readonly functionArn: string;
  readonly location: Location;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly logGroupArn: pulumi.Input<string>;
  readonly deadLetterQueueArn: pulumi.Input<string>;
}

const INTERFACES = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

/** What any function here may do: write to its own log, trace, keep what failed, and stand in the VPC. */
export function handlerStatements(access: HandlerAccess): Statement[] {
  const { functionArn, location, kmsKeyArn, logGroupArn, deadLetterQueueArn } = access;
  return [
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
    // X-Ray knows no resources: AWS, "Actions, resources, and condition keys for AWS X-Ray".
    { Sid: "Traces", Effect: "Allow", Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" },
    // Lambda asks for these on everything, like its managed policy AWSLambdaVPCAccessExecutionRole does.
    { Sid: "NetworkInterfaces", Effect: "Allow", Action: INTERFACES, Resource: "*" },
    {
      // Lambda itself needs them, the code never: AWS, "Giving Lambda functions access to resources in an Amazon VPC".
      Sid: "NotForTheCode",
      Effect: "Deny",
      Action: [...INTERFACES, "ec2:DetachNetworkInterface"],
      Resource: "*",
      Condition: { ArnEquals: { "lambda:SourceFunctionArn": functionArn } },
    },
    { Sid: "KeepFailed", Effect: "Allow", Action: "sqs:SendMessage", Resource: deadLetterQueueArn },
    {
      Sid: "KeepFailedKey",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `sqs.${location.region}.amazonaws.com` } },
    },
    {
      // AWS, "Securing Lambda environment variables": the context that they are encrypted with.
      Sid: "Environment",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:EncryptionContext:aws:lambda:FunctionArn": functionArn } },
    },
  ];
}
