import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";
import { isBlock, parseJson } from "../shared/document";

/** Where each type says whether what it starts gets a public address. Nothing written means no. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  "aws:ec2/instance:Instance": ["associatePublicIpAddress"],
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": ["associatePublicIpAddress"],
  "aws:ec2/launchConfiguration:LaunchConfiguration": ["associatePublicIpAddress"],
  "aws:ecs/service:Service": ["networkConfiguration", "assignPublicIp"],
  "aws:ecs/taskSet:TaskSet": ["networkConfiguration", "assignPublicIp"],
  "aws:scheduler/schedule:Schedule": ["target", "ecsParameters", "networkConfiguration", "assignPublicIp"],
  "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget", "networkConfiguration", "assignPublicIp"],
};
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";

export const computePublicAddress = rule({
  id: "compute-public-address",
  title: "Instances, tasks and jobs get no public address",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Turn it off: requests come in through a load balancer and go out through a NAT gateway or an endpoint",
  types: [...Object.keys(FLAGS), TEMPLATE, JOB, NOTEBOOK],
  check: (resource) => {
    const problem = "it gets a public address";
    if (resource.type === TEMPLATE)
      return resource
        .at("networkInterfaces")
        .items.map((each) => isNotTrue(each.at("associatePublicIpAddress"), problem));
    if (resource.type === NOTEBOOK) {
      const direct = resource.at("directInternetAccess");
      return direct.unknown
        ? direct.later()
        : direct.text === "Disabled"
          ? undefined
          : direct.refuse("the notebook reaches the internet without going through the VPC", "Set it to Disabled");
    }
    if (resource.type === JOB) {
      const properties = resource.at("containerProperties");
      if (properties.unknown) return properties.later();
      const parsed = parseJson(properties.text ?? "{}");
      const network = isBlock(parsed) ? parsed["networkConfiguration"] : undefined;
      return isBlock(network) && network["assignPublicIp"] === "ENABLED" ? properties.refuse(problem) : undefined;
    }
    return isNotTrue(resource.at(...(FLAGS[resource.type] ?? [])), problem);
  },
});
