/**
 * What IAM calls a resource -> the type that it is here, where the names differ in more than capitals. A call about something
 * that is no type here (a bucket's policy, a method of an API) is about a type that it refers to.
 */
export const KINDS: Readonly<Record<string, string>> = {
  "amplify:apps": "amplify/app:App",
  "amplify:branches": "amplify/branch:Branch",
  "amplify:domains": "amplify/domainAssociation:DomainAssociation",
  "apigateway:DomainName": "apigateway/domainName:DomainName",
  "apigateway:RestApi": "apigateway/restApi:RestApi",
  "apigateway:Stage": "apigateway/stage:Stage",
  "apigateway:VpcLink": "apigatewayv2/vpcLink:VpcLink",
  "application-autoscaling:ScalableTarget": "appautoscaling/target:Target",
  "backup:backupPlan": "backup/plan:Plan",
  "backup:backupVault": "backup/vault:Vault",
  "cloudwatch:alarm": "cloudwatch/metricAlarm:MetricAlarm",
  "codestar-notifications:notificationrule": "codestarnotifications/notificationRule:NotificationRule",
  "cognito-identity:identitypool": "cognito/identityPool:IdentityPool",
  "cognito-idp:userpool": "cognito/userPool:UserPool",
  "ec2:elastic-ip": "ec2/eip:Eip",
  "ec2:internet-gateway": "ec2/internetGateway:InternetGateway",
  "ec2:route-table": "ec2/routeTable:RouteTable",
  "ec2:security-group": "ec2/securityGroup:SecurityGroup",
  "ec2:security-group-rule": "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "ec2:vpc-endpoint": "ec2/vpcEndpoint:VpcEndpoint",
  "ec2:vpc-flow-log": "ec2/flowLog:FlowLog",
  "ecs:task-definition": "ecs/taskDefinition:TaskDefinition",
  "elasticloadbalancing:listener-rule/app": "lb/listenerRule:ListenerRule",
  "elasticloadbalancing:listener/app": "lb/listener:Listener",
  "elasticloadbalancing:loadbalancer/app/": "lb/loadBalancer:LoadBalancer",
  "elasticloadbalancing:loadbalancer": "lb/loadBalancer:LoadBalancer",
  "elasticloadbalancing:targetgroup": "lb/targetGroup:TargetGroup",
  "events:rule-on-default-event-bus": "cloudwatch/eventRule:EventRule",
  "logs:delivery": "cloudwatch/logDelivery:LogDelivery",
  "logs:delivery-destination": "cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "logs:delivery-source": "cloudwatch/logDeliverySource:LogDeliverySource",
  "logs:log-group": "cloudwatch/logGroup:LogGroup",
  "rds:cluster-pg": "rds/clusterParameterGroup:ClusterParameterGroup",
  "rds:db": "rds/clusterInstance:ClusterInstance",
  "rds:subgrp": "rds/subnetGroup:SubnetGroup",
  "rds:target-group": "rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  "scheduler:schedule-group": "scheduler/scheduleGroup:ScheduleGroup",
  "wafv2:amplify-app": "amplify/app:App",
  "wafv2:apigateway": "apigateway/stage:Stage",
  "wafv2:loadbalancer/app/": "lb/loadBalancer:LoadBalancer",
  "wafv2:userpool": "cognito/userPool:UserPool",
};

/** Calls that make something of their own, which has no tags before: by verb. */
export const MAKES =
  /:(Create|Allocate|Request|Register|MountCapsule$|AssociateVPCWithHostedZone$|Put(MetricAlarm|Rule|Parameter|Dashboard|DeliveryDestination|DeliverySource)$|ModifyBudget$|POST$|RunInstances)/;

/** Service that takes the roles in a type's properties. */
export const TAKES_ROLES: Readonly<Record<string, string>> = {
  "backup/restoreTestingSelection:RestoreTestingSelection": "backup",
  "backup/selection:Selection": "backup",
  "cloudwatch/eventTarget:EventTarget": "events",
  "codebuild/project:Project": "codebuild",
  "codepipeline/pipeline:Pipeline": "codepipeline",
  "cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment": "cognito-identity",
  "cognito/userPool:UserPool": "cognito-idp",
  "ec2/flowLog:FlowLog": "vpc-flow-logs",
  "ecs/service:Service": "ecs",
  "ecs/taskDefinition:TaskDefinition": "ecs-tasks",
  "guardduty/malwareProtectionPlan:MalwareProtectionPlan": "malware-protection-plan.guardduty",
  "lambda/function:Function": "lambda",
  "rds/clusterInstance:ClusterInstance": "monitoring.rds",
  "rds/proxy:Proxy": "rds",
  "s3/bucketReplicationConfig:BucketReplicationConfig": "s3",
  "scheduler/schedule:Schedule": "scheduler",
};

/** Services through which keys are used with the caller's rights, where it is not the type's own alone; each has to be enough. */
export const USES_KEYS: Readonly<Record<string, readonly string[]>> = {
  "rds/cluster:Cluster": ["rds", "secretsmanager"],
};
