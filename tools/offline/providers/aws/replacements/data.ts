/** Properties that AWS cannot change in place; `*` is all of them but tags. Words, separated by blanks. */
const ofBucket = "bucket expectedBucketOwner";

export const dataReplacements: Readonly<Record<string, string>> = {
  "s3/bucket:Bucket": "bucket bucketPrefix objectLockEnabled",
  "s3/bucketPublicAccessBlock:BucketPublicAccessBlock": "bucket",
  "s3/bucketPolicy:BucketPolicy": "bucket",
  "s3/bucketOwnershipControls:BucketOwnershipControls": "bucket",
  "s3/bucketVersioning:BucketVersioning": ofBucket,
  "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ofBucket,
  "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ofBucket,
  "s3/bucketLogging:BucketLogging": ofBucket,
  "s3/bucketCorsConfiguration:BucketCorsConfiguration": ofBucket,
  "s3/bucketNotification:BucketNotification": "bucket",
  "s3/bucketReplicationConfig:BucketReplicationConfig": "bucket",
  "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": `${ofBucket} objectLockEnabled`,
  "s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": ofBucket,
  "s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": "bucket name",
  "s3/bucketObjectv2:BucketObjectv2": "bucket key",
  "s3/accountPublicAccessBlock:AccountPublicAccessBlock": "accountId",
  "rds/cluster:Cluster":
    "availabilityZones clusterIdentifier clusterIdentifierPrefix databaseName dbSubnetGroupName engine engineMode " +
    "kmsKeyId masterUsername port restoreToPointInTime s3Import snapshotIdentifier sourceRegion storageEncrypted",
  "rds/clusterInstance:ClusterInstance":
    "availabilityZone clusterIdentifier customIamInstanceProfile dbSubnetGroupName engine identifier identifierPrefix",
  "rds/instance:Instance":
    "availabilityZone characterSetName dbName engine identifier identifierPrefix kmsKeyId ncharCharacterSetName " +
    "restoreToPointInTime s3Import snapshotIdentifier storageEncrypted timezone username",
  "rds/clusterParameterGroup:ClusterParameterGroup": "description family name namePrefix",
  "rds/parameterGroup:ParameterGroup": "description family name namePrefix",
  "rds/subnetGroup:SubnetGroup": "name namePrefix",
  "rds/proxy:Proxy": "engineFamily name vpcSubnetIds",
  "rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": "dbProxyName",
  "rds/proxyTarget:ProxyTarget": "*",
  "rds/globalCluster:GlobalCluster":
    "databaseName engine globalClusterIdentifier sourceDbClusterIdentifier storageEncrypted",
  "rds/eventSubscription:EventSubscription": "name namePrefix",
  "dynamodb/table:Table": "hashKey localSecondaryIndexes name rangeKey importTable restoreSourceName",
  "efs/fileSystem:FileSystem": "availabilityZoneName creationToken encrypted kmsKeyId performanceMode",
  "efs/mountTarget:MountTarget": "fileSystemId ipAddress ipv6Address subnetId",
  "efs/accessPoint:AccessPoint": "fileSystemId posixUser rootDirectory",
  "elasticache/replicationGroup:ReplicationGroup":
    "atRestEncryptionEnabled kmsKeyId port replicationGroupId snapshotArns subnetGroupName",
  "elasticache/subnetGroup:SubnetGroup": "name",
  "ecr/repository:Repository": "encryptionConfigurations name",
  "ecr/lifecyclePolicy:LifecyclePolicy": "policy repository",
  "ecr/repositoryPolicy:RepositoryPolicy": "repository",
  "backup/vault:Vault": "kmsKeyArn name",
  "backup/vaultPolicy:VaultPolicy": "backupVaultName",
  "backup/vaultLockConfiguration:VaultLockConfiguration": "*",
  "backup/vaultNotifications:VaultNotifications": "*",
  "backup/selection:Selection": "*",
  "backup/framework:Framework": "name",
  "backup/reportPlan:ReportPlan": "name",
  "backup/restoreTestingPlan:RestoreTestingPlan": "name",
  "backup/restoreTestingSelection:RestoreTestingSelection": "name protectedResourceType restoreTestingPlanName",
  "kinesis/stream:Stream": "name",
  "sns/topic:Topic": "fifoTopic name namePrefix",
  "sns/topicPolicy:TopicPolicy": "arn",
  "sns/topicSubscription:TopicSubscription": "endpoint protocol topic",
  "sqs/queue:Queue": "fifoQueue name namePrefix",
  "sqs/queuePolicy:QueuePolicy": "queueUrl",
};
