import type { Rule } from "../rule";
import { clusterEndpoint } from "./clusterEndpoint";
import { clusterSecretsEncryption } from "./clusterSecretsEncryption";
import { containerStorageEncryption } from "./containerStorageEncryption";
import { functionEnvironmentEncryption } from "./functionEnvironmentEncryption";
import { functionPermission } from "./functionPermission";
import { functionUrl } from "./functionUrl";
import { publicAddress } from "./publicAddress";
import { repositoryEncryption } from "./repositoryEncryption";
import { repositoryPolicy } from "./repositoryPolicy";
import { sharedSnapshots } from "./sharedSnapshots";
import { volumeEncryption } from "./volumeEncryption";
import { imageEncryption } from "./imageEncryption";
import { workplaceInternet } from "./workplaceInternet";
import { containerPrivileges } from "./containerPrivileges";
import { containerHardening } from "./containerHardening";
import { instanceMetadata } from "./instanceMetadata";
import { sessionEncryption } from "./sessionEncryption";
import { repositorySettings } from "./repositorySettings";

export const computeRules: readonly Rule[] = [
  clusterEndpoint,
  clusterSecretsEncryption,
  containerStorageEncryption,
  functionEnvironmentEncryption,
  functionPermission,
  functionUrl,
  publicAddress,
  repositoryEncryption,
  repositoryPolicy,
  sharedSnapshots,
  volumeEncryption,
  imageEncryption,
  workplaceInternet,
  containerPrivileges,
  containerHardening,
  instanceMetadata,
  sessionEncryption,
  repositorySettings,
];
