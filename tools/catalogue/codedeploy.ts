import { others } from "./entry";

export const OTHERS = others({
  "codedeploy/application:Application": {
    outputs: {
      id: "{=applicationId}:{name}",
      applicationId: "{uuid}",
      arn: "{arn:codedeploy}application:{name}",
      githubAccountName: "",
      linkedToGithub: false,
    },
  },
  "codedeploy/deploymentGroup:DeploymentGroup": {
    outputs: {
      id: "{=deploymentGroupId}",
      deploymentGroupId: "{uuid}",
      arn: "{arn:codedeploy}deploymentgroup:{.appName}/{.deploymentGroupName}",
      computePlatform: "ECS",
    },
    replacedBy: "appName",
  },
  "codedeploy/deploymentConfig:DeploymentConfig": {
    outputs: {
      id: "{.deploymentConfigName}",
      arn: "{arn:codedeploy}deploymentconfig:{.deploymentConfigName}",
      deploymentConfigId: "{uuid}",
    },
  },
});
