import { isNotTrue, isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { fieldsAt } from "../shared/keyTable";

/** Flags that AWS leaves off. */
const OFF: Readonly<Record<string, string>> = {
  "aws:ec2/spotFleetRequest:SpotFleetRequest": "launchSpecifications.associatePublicIpAddress",
  "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate": "createPublicIp",
  "aws:appstream/fleet:Fleet": "enableDefaultInternetAccess",
  "aws:appstream/imageBuilder:ImageBuilder": "enableDefaultInternetAccess",
  "aws:workspaces/directory:Directory": "workspaceCreationProperties.enableInternetAccess",
};
const STUDIO = "aws:sagemaker/domain:Domain";
const RUNNER = "aws:apprunner/service:Service";
const PIPE = "aws:pipes/pipe:Pipe";
const LIGHTSAIL = "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion";

export const managedComputePublic = rule({
  id: "managed-compute-public",
  title: "Managed desktops, notebooks and containers stay inside the VPC",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Turn it off, and route requests through the load balancer",
  types: [...Object.keys(OFF), STUDIO, RUNNER, PIPE, LIGHTSAIL],
  check: (resource) => {
    const problem = "it is on the internet";
    if (resource.type === STUDIO)
      return isOneOf(
        resource.at("appNetworkAccessType"),
        ["VpcOnly"],
        "notebooks reach the internet without going through the VPC",
      );
    if (resource.type === RUNNER) {
      const open = resource.at("networkConfiguration", "ingressConfiguration", "isPubliclyAccessible");
      if (open.unknown) return open.later();
      // AWS makes it public unless told otherwise.
      return open.flag === false ? undefined : open.refuse(problem, "Set isPubliclyAccessible to false");
    }
    if (resource.type === PIPE) {
      const address = resource.at(
        "targetParameters",
        "ecsTaskParameters",
        "networkConfiguration",
        "awsVpcConfiguration",
        "assignPublicIp",
      );
      if (address.unknown) return address.later();
      return address.text === "ENABLED" ? address.refuse("the task gets a public address") : undefined;
    }
    if (resource.type === LIGHTSAIL) {
      const endpoint = resource.at("publicEndpoint");
      return endpoint.absent ? undefined : endpoint.unknown ? endpoint.later() : endpoint.refuse(problem);
    }
    return fieldsAt(resource.at(), OFF[resource.type] ?? "").map((each) => isNotTrue(each, problem));
  },
});
