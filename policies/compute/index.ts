import type { Rule } from "../rule";
import { eksEndpointPublic } from "./eksEndpointPublic";
import { eksSecretsEncryption } from "./eksSecretsEncryption";
import { ecsStorageAndExecEncryption } from "./ecsStorageAndExecEncryption";
import { lambdaEnvironmentEncryption } from "./lambdaEnvironmentEncryption";
import { lambdaPermissionPublic } from "./lambdaPermissionPublic";
import { lambdaUrlUnauthenticated } from "./lambdaUrlUnauthenticated";
import { computePublicAddress } from "./computePublicAddress";
import { ecrEncryption } from "./ecrEncryption";
import { repositoryPolicyPublic } from "./repositoryPolicyPublic";
import { snapshotSharedPublicly } from "./snapshotSharedPublicly";
import { volumeEncryption } from "./volumeEncryption";
import { imageAndCopyEncryption } from "./imageAndCopyEncryption";
import { managedComputePublic } from "./managedComputePublic";
import { containerPrivileges } from "./containerPrivileges";
import { containerHardening } from "./containerHardening";
import { instanceMetadataTokens } from "./instanceMetadataTokens";
import { ssmSessionEncryption } from "./ssmSessionEncryption";
import { ecrTagsAndScans } from "./ecrTagsAndScans";

export const computeRules: readonly Rule[] = [
  eksEndpointPublic,
  eksSecretsEncryption,
  ecsStorageAndExecEncryption,
  lambdaEnvironmentEncryption,
  lambdaPermissionPublic,
  lambdaUrlUnauthenticated,
  computePublicAddress,
  ecrEncryption,
  repositoryPolicyPublic,
  snapshotSharedPublicly,
  volumeEncryption,
  imageAndCopyEncryption,
  managedComputePublic,
  containerPrivileges,
  containerHardening,
  instanceMetadataTokens,
  ssmSessionEncryption,
  ecrTagsAndScans,
];
