import { made, others } from "./entry";
import { FREE, NO_METRIC, free } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "ecr/repository:Repository": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:ecr}repository/{name}",
      registryId: "{account}",
      repositoryUrl: "{account}.dkr.ecr.{region}.{domain}/{name}",
    },
    replacedBy: "encryptionConfigurations name",
    drawn: "box",
    alarms: NO_METRIC,
  },
  "ecr/lifecyclePolicy:LifecyclePolicy": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{.repository}", registryId: "{account}" },
    replacedBy: "policy repository",
    partOf: "ecr/repository:Repository",
  },
  "ecr/replicationConfiguration:ReplicationConfiguration": {
    price: free("its copies are counted at the repositories"),
    seconds: CALL,
    outputs: { id: "{account}", registryId: "{account}" },
    partOf: "ecr/repository:Repository",
  },
});

export const OTHERS = others({
  "ecr/repositoryPolicy:RepositoryPolicy": {
    outputs: { id: "{.repository}", registryId: "{account}" },
    replacedBy: "repository",
  },
  "ecr/registryScanningConfiguration:RegistryScanningConfiguration": {
    outputs: { id: "{account}", registryId: "{account}" },
  },
  "ecr/pullThroughCacheRule:PullThroughCacheRule": {
    outputs: { id: "{.ecrRepositoryPrefix}", registryId: "{account}" },
  },
});
