import type { ImportId } from "./importIds";
import * as ids from "./importIds";

/** A property of a CloudFormation type and of the Pulumi type, where a difference between them makes a new resource. */
export interface Fixed {
  readonly live: string;
  readonly planned: string;
  /** What AWS does if the template does not have the property; undefined if that cannot be told from the template. */
  readonly absent?: string | boolean;
}

/** What a CloudFormation type is for Pulumi. */
export interface Target {
  readonly type: string;
  /** What `pulumi import` asks for. @default the physical id */
  readonly id?: ImportId;
  /** The property that holds the physical name, which the physical id shows. */
  readonly name?: string;
  /** Pairs that have to agree for two resources to be the same one. @default they are matched by name */
  readonly same?: Readonly<Record<string, string>>;
  /** Matched one after the other, writer first: their names say nothing. */
  readonly inOrder?: boolean;
  readonly fixed?: readonly Fixed[];
  /** Why it is imported only if `--map` names it. */
  readonly onRequest?: string;
}

const API_MADE_ANEW =
  "it holds no data and is made anew beside the old one: the program switches off its own URL for a domain name";
const vpcId = { live: "VpcId", planned: "vpcId" };
const engine = { live: "Engine", planned: "engine" };
const subnetGroup = { live: "DBSubnetGroupName", planned: "dbSubnetGroupName" };

/**
 * What holds data, or an address that others know, by CloudFormation type. Import ids: "Import" in the Pulumi registry's
 * page of each type, @pulumi/aws 7.48. What replaces: the same pages; a test compares it with the offline AWS.
 */
export const TARGETS: Readonly<Record<string, Target>> = {
  "AWS::EC2::VPC": { type: "aws:ec2/vpc:Vpc", fixed: [{ live: "CidrBlock", planned: "cidrBlock" }] },
  "AWS::EC2::InternetGateway": { type: "aws:ec2/internetGateway:InternetGateway" },
  "AWS::EC2::Subnet": {
    type: "aws:ec2/subnet:Subnet",
    fixed: [
      { live: "CidrBlock", planned: "cidrBlock" },
      { live: "AvailabilityZone", planned: "availabilityZone" },
      vpcId,
    ],
  },
  "AWS::EC2::RouteTable": { type: "aws:ec2/routeTable:RouteTable", fixed: [vpcId] },
  "AWS::EC2::SubnetRouteTableAssociation": {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    id: ids.joined("/", "SubnetId", "RouteTableId"),
    fixed: [{ live: "SubnetId", planned: "subnetId" }],
  },
  "AWS::EC2::Route": {
    type: "aws:ec2/route:Route",
    id: ids.joined("_", "RouteTableId", "DestinationCidrBlock"),
    fixed: [{ live: "RouteTableId", planned: "routeTableId" }],
  },
  "AWS::EC2::EIP": { type: "aws:ec2/eip:Eip", id: ids.allocation },
  "AWS::EC2::NatGateway": {
    type: "aws:ec2/natGateway:NatGateway",
    fixed: [
      { live: "SubnetId", planned: "subnetId" },
      { live: "AllocationId", planned: "allocationId" },
    ],
  },
  "AWS::RDS::DBCluster": {
    type: "aws:rds/cluster:Cluster",
    name: "clusterIdentifier",
    fixed: [
      engine,
      { live: "DatabaseName", planned: "databaseName", absent: "no database" },
      { live: "MasterUsername", planned: "masterUsername" },
      { live: "StorageEncrypted", planned: "storageEncrypted", absent: false },
      { live: "KmsKeyId", planned: "kmsKeyId", absent: "AWS's own key" },
      subnetGroup,
    ],
  },
  "AWS::RDS::DBInstance": {
    type: "aws:rds/clusterInstance:ClusterInstance",
    name: "identifier",
    same: { DBClusterIdentifier: "clusterIdentifier" },
    inOrder: true,
    fixed: [engine],
  },
  "AWS::RDS::DBSubnetGroup": { type: "aws:rds/subnetGroup:SubnetGroup", name: "name" },
  "AWS::S3::Bucket": { type: "aws:s3/bucket:Bucket", name: "bucket" },
  "AWS::S3::BucketPolicy": {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    id: ids.joined("", "Bucket"),
    same: { Bucket: "bucket" },
  },
  "AWS::CloudFront::Distribution": { type: "aws:cloudfront/distribution:Distribution" },
  "AWS::CloudFront::OriginAccessControl": { type: "aws:cloudfront/originAccessControl:OriginAccessControl" },
  "AWS::Cognito::UserPool": {
    type: "aws:cognito/userPool:UserPool",
    fixed: [
      { live: "UsernameAttributes", planned: "usernameAttributes", absent: "none" },
      { live: "AliasAttributes", planned: "aliasAttributes", absent: "none" },
    ],
  },
  "AWS::Cognito::UserPoolClient": {
    type: "aws:cognito/userPoolClient:UserPoolClient",
    id: ids.ofPool,
    fixed: [{ live: "GenerateSecret", planned: "generateSecret", absent: false }],
  },
  "AWS::Cognito::UserPoolGroup": {
    type: "aws:cognito/userGroup:UserGroup",
    id: ids.ofPool,
    name: "name",
    same: { GroupName: "name" },
  },
  "AWS::Cognito::IdentityPool": { type: "aws:cognito/identityPool:IdentityPool" },
  "AWS::Cognito::IdentityPoolRoleAttachment": {
    type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
    id: ids.joined("", "IdentityPoolId"),
  },
  "AWS::ApiGateway::RestApi": { type: "aws:apigateway/restApi:RestApi", onRequest: API_MADE_ANEW },
  "AWS::ApiGateway::Resource": {
    type: "aws:apigateway/resource:Resource",
    id: ids.joined("/", "RestApiId", ids.OWN),
    same: { RestApiId: "restApi", PathPart: "pathPart" },
    onRequest: API_MADE_ANEW,
  },
  "AWS::ApiGateway::Method": {
    type: "aws:apigateway/method:Method",
    id: ids.joined("/", "RestApiId", "ResourceId", "HttpMethod"),
    same: { ResourceId: "resourceId", HttpMethod: "httpMethod" },
    onRequest: API_MADE_ANEW,
  },
  "AWS::ApiGateway::Stage": {
    type: "aws:apigateway/stage:Stage",
    id: ids.joined("/", "RestApiId", ids.OWN),
    same: { RestApiId: "restApi" },
    fixed: [{ live: "StageName", planned: "stageName" }],
    onRequest: API_MADE_ANEW,
  },
  "AWS::SecretsManager::Secret": { type: "aws:secretsmanager/secret:Secret", name: "name" },
  "AWS::Logs::LogGroup": {
    type: "aws:cloudwatch/logGroup:LogGroup",
    name: "name",
    onRequest: "its lines stay where they are, until they expire: the program writes to groups of its own",
  },
  "AWS::KMS::Key": { type: "aws:kms/key:Key" },
};
