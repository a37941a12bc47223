import type { Shapes } from "../template";

export const deliveryShapes: Shapes = {
  "codepipeline/pipeline:Pipeline": { id: "{name}", arn: "{arn:codepipeline}{name}", triggerAlls: [] },
  "codepipeline/webhook:Webhook": {
    id: "{=arn}",
    arn: "{arn:codepipeline}webhook:{name}",
    url: "https://{region}.webhooks.aws/trigger?t={mixed64}&v=1",
  },
  "codebuild/project:Project": {
    id: "{=arn}",
    arn: "{arn:codebuild}project/{name}",
    encryptionKey: "{arn:kms}alias/aws/s3",
    badgeUrl: "",
    publicProjectAlias: "",
    description: "",
  },
  "codebuild/reportGroup:ReportGroup": {
    id: "{=arn}",
    arn: "{arn:codebuild}report-group/{name}",
    created: "2024-01-01T00:00:00Z",
  },
  "codebuild/webhook:Webhook": {
    id: "{.projectName}",
    payloadUrl: "https://codebuild.{region}.{domain}/webhooks?t={mixed64}&v=1",
    url: "",
  },
  "codedeploy/application:Application": {
    id: "{=applicationId}:{name}",
    applicationId: "{uuid}",
    arn: "{arn:codedeploy}application:{name}",
    githubAccountName: "",
    linkedToGithub: false,
  },
  "codedeploy/deploymentGroup:DeploymentGroup": {
    id: "{=deploymentGroupId}",
    deploymentGroupId: "{uuid}",
    arn: "{arn:codedeploy}deploymentgroup:{.appName}/{.deploymentGroupName}",
    computePlatform: "ECS",
  },
  "codedeploy/deploymentConfig:DeploymentConfig": {
    id: "{.deploymentConfigName}",
    arn: "{arn:codedeploy}deploymentconfig:{.deploymentConfigName}",
    deploymentConfigId: "{uuid}",
  },
  "codeconnections/connection:Connection": {
    id: "{=arn}",
    arn: "{arn:codeconnections}connection/{uuid:connection}",
    // A person completes the handshake in the console.
    connectionStatus: "PENDING",
  },
  "codecommit/repository:Repository": {
    id: "{.repositoryName}",
    arn: "{arn:codecommit}{.repositoryName}",
    repositoryId: "{uuid}",
    cloneUrlHttp: "https://git-codecommit.{region}.{domain}/v1/repos/{.repositoryName}",
    cloneUrlSsh: "ssh://git-codecommit.{region}.{domain}/v1/repos/{.repositoryName}",
  },
  "codestarnotifications/notificationRule:NotificationRule": {
    id: "{=arn}",
    arn: "{arn:codestar-notifications}notificationrule/{hex40}",
  },
  "budgets/budget:Budget": { id: "{account}:{name}", arn: "{global:budgets}budget/{name}", accountId: "{account}" },
  "budgets/budgetAction:BudgetAction": {
    id: "{account}:{=actionId}:{.budgetName}",
    actionId: "{uuid}",
    arn: "{global:budgets}budget/{.budgetName}/action/{=actionId}",
    accountId: "{account}",
    status: "STANDBY",
  },
  "costexplorer/anomalyMonitor:AnomalyMonitor": { id: "{=arn}", arn: "{global:ce}anomalymonitor/{uuid:monitor}" },
  "costexplorer/anomalySubscription:AnomalySubscription": {
    id: "{=arn}",
    arn: "{global:ce}anomalysubscription/{uuid:subscription}",
    accountId: "{account}",
  },
  "costexplorer/costCategory:CostCategory": { id: "{=arn}", arn: "{global:ce}costcategory/{uuid:category}" },
  "cur/reportDefinition:ReportDefinition": { id: "{.reportName}", arn: "{global:cur}definition/{.reportName}" },
};
