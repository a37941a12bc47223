import type { Rule } from "../rule";
import { bucketAcl } from "./bucketAcl";
import { bucketEncryption } from "./bucketEncryption";
import { bucketOwnership } from "./bucketOwnership";
import { bucketPolicy } from "./bucketPolicy";
import { bucketPublicAccessBlock } from "./bucketPublicAccessBlock";
import { bucketWebsite } from "./bucketWebsite";
import { fileSystemEncryption } from "./fileSystemEncryption";
import { fileSystemPolicy } from "./fileSystemPolicy";
import { objectEncryption } from "./objectEncryption";
import { publicAccessBlockWeakened } from "./publicAccessBlockWeakened";
import { recordingsRetention } from "./recordingsRetention";
import { recordingsVersioning } from "./recordingsVersioning";
import { gatewayEncryption } from "./gatewayEncryption";
import { replicaEncryption } from "./replicaEncryption";
import { reportEncryption } from "./reportEncryption";
import { lifecycleEffective } from "./lifecycleEffective";
import { bucketVersioning } from "./bucketVersioning";
import { recordsVersioning } from "./recordsVersioning";
import { bucketAccessLog } from "./bucketAccessLog";
import { objectLockLength } from "./objectLockLength";
import { directoryBucketEncryption } from "./directoryBucketEncryption";

export const storageRules: readonly Rule[] = [
  bucketAcl,
  bucketEncryption,
  bucketOwnership,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketWebsite,
  fileSystemEncryption,
  fileSystemPolicy,
  objectEncryption,
  publicAccessBlockWeakened,
  recordingsRetention,
  recordingsVersioning,
  gatewayEncryption,
  replicaEncryption,
  reportEncryption,
  lifecycleEffective,
  bucketVersioning,
  recordsVersioning,
  bucketAccessLog,
  objectLockLength,
  directoryBucketEncryption,
];
