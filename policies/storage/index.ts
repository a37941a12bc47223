import type { Rule } from "../rule";
import { s3AclPublic } from "./s3AclPublic";
import { s3BucketEncryption } from "./s3BucketEncryption";
import { s3ObjectOwnership } from "./s3ObjectOwnership";
import { s3PolicyPublic } from "./s3PolicyPublic";
import { s3BucketPublicAccessBlock } from "./s3BucketPublicAccessBlock";
import { s3WebsiteHosting } from "./s3WebsiteHosting";
import { fileSystemEncryption } from "./fileSystemEncryption";
import { fileSystemPolicyPublic } from "./fileSystemPolicyPublic";
import { s3ObjectEncryption } from "./s3ObjectEncryption";
import { s3AccountAndAccessPointBlock } from "./s3AccountAndAccessPointBlock";
import { recordingsRetention } from "./recordingsRetention";
import { recordingsVersioning } from "./recordingsVersioning";
import { storageGatewayEncryption } from "./storageGatewayEncryption";
import { replicaEncryption } from "./replicaEncryption";
import { findingsAndInventoryEncryption } from "./findingsAndInventoryEncryption";
import { s3LifecycleEffective } from "./s3LifecycleEffective";
import { s3VersioningSuspended } from "./s3VersioningSuspended";
import { s3VersioningMissing } from "./s3VersioningMissing";
import { s3AccessLogging } from "./s3AccessLogging";
import { s3ObjectLockEffective } from "./s3ObjectLockEffective";
import { s3DirectoryBucketEncryption } from "./s3DirectoryBucketEncryption";

export const storageRules: readonly Rule[] = [
  s3AclPublic,
  s3BucketEncryption,
  s3ObjectOwnership,
  s3PolicyPublic,
  s3BucketPublicAccessBlock,
  s3WebsiteHosting,
  fileSystemEncryption,
  fileSystemPolicyPublic,
  s3ObjectEncryption,
  s3AccountAndAccessPointBlock,
  recordingsRetention,
  recordingsVersioning,
  storageGatewayEncryption,
  replicaEncryption,
  findingsAndInventoryEncryption,
  s3LifecycleEffective,
  s3VersioningSuspended,
  s3VersioningMissing,
  s3AccessLogging,
  s3ObjectLockEffective,
  s3DirectoryBucketEncryption,
];
