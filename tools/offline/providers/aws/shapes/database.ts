import type { Resource, Shapes } from "../template";

/** The part of every database host name that is the same for one account and region. */
const HOST = "{alnum12@rds}.{region}.rds.{domain}";

/** The zone of all Aurora and RDS host names in us-east-1; elsewhere another one, of the same form. */
const ZONE = "Z2R2ITUGPM61AM";

const port = (database: Resource) => (/mysql|mariadb/.test(database.input("engine") ?? "") ? 3306 : 5432);

const defaultVersion = (database: Resource) =>
  /mysql|mariadb/.test(database.input("engine") ?? "") ? "8.0.mysql_aurora.3.08.0" : "15.12";

const PATCHES: Readonly<Record<string, string>> = {
  "13": "13.20",
  "14": "14.17",
  "15": "15.12",
  "16": "16.8",
  "17": "17.4",
};

/** A major version alone means its newest minor one. */
function actualVersion(database: Resource): string {
  const wanted = database.input("engineVersion") ?? defaultVersion(database);
  return PATCHES[wanted] ?? wanted;
}

/** The secret RDS makes itself: named after the resource id, not after the program's wishes. */
const managedSecret = (kind: "cluster" | "db") => (database: Resource) => {
  if (database.value("manageMasterUserPassword") !== true) return [];
  const secretName = `rds!${kind}-${database.uuid("secret")}-${database.random("mixed", 6, "secret")}`;
  return database.fill([
    {
      kmsKeyId: database.input("masterUserSecretKmsKeyId") ?? "{arn:kms}key/{uuid@secretsmanager}",
      secretArn: `{arn:secretsmanager}secret:${secretName}`,
      secretStatus: "active",
    },
  ]);
};

const zones = (database: Resource) => ["a", "b", "c"].map((letter) => `${database.region}${letter}`);

export const databaseShapes: Shapes = {
  "rds/cluster:Cluster": {
    id: "{name}",
    arn: "{arn:rds}cluster:{id}",
    clusterIdentifierPrefix: "",
    clusterResourceId: "cluster-{upper26}",
    endpoint: `{id}.cluster-${HOST}`,
    readerEndpoint: `{id}.cluster-ro-${HOST}`,
    engineMode: "provisioned",
    engineVersion: defaultVersion,
    engineVersionActual: actualVersion,
    engineLifecycleSupport: "open-source-rds-extended-support",
    hostedZoneId: ZONE,
    port,
    masterUserSecrets: managedSecret("cluster"),
    availabilityZones: zones,
    clusterMembers: [],
    backupRetentionPeriod: 1,
    preferredBackupWindow: "07:00-07:30",
    preferredMaintenanceWindow: "sun:08:00-sun:08:30",
    dbClusterParameterGroupName: "default.aurora-postgresql15",
    dbSubnetGroupName: "default",
    caCertificateIdentifier: "rds-ca-rsa2048-g1",
    caCertificateValidTill: "2061-01-01T00:00:00Z",
    databaseInsightsMode: "standard",
    dbSystemId: "",
    networkType: "IPV4",
    storageType: "",
    storageEncrypted: false,
  },
  "rds/clusterInstance:ClusterInstance": {
    id: "{name}",
    arn: "{arn:rds}db:{id}",
    identifierPrefix: "",
    dbiResourceId: "db-{upper26}",
    endpoint: `{id}.${HOST}`,
    engineVersion: defaultVersion,
    engineVersionActual: actualVersion,
    port,
    availabilityZone: "{region}a",
    caCertIdentifier: "rds-ca-rsa2048-g1",
    dbParameterGroupName: "default.aurora-postgresql15",
    networkType: "IPV4",
    storageEncrypted: true,
    writer: (instance) => instance.input("promotionTier") === undefined || instance.input("promotionTier") === "0",
  },
  "rds/instance:Instance": {
    id: "db-{upper26}",
    arn: "{arn:rds}db:{name}",
    identifierPrefix: "",
    resourceId: "{id}",
    address: `{name}.${HOST}`,
    endpoint: (instance) => instance.fill(`{=address}:${port(instance)}`),
    engineVersion: defaultVersion,
    engineVersionActual: actualVersion,
    hostedZoneId: ZONE,
    port,
    status: "available",
    availabilityZone: "{region}a",
    caCertIdentifier: "rds-ca-rsa2048-g1",
    masterUserSecrets: managedSecret("db"),
  },
  "rds/clusterParameterGroup:ClusterParameterGroup": { id: "{name}", arn: "{arn:rds}cluster-pg:{name}" },
  "rds/parameterGroup:ParameterGroup": { id: "{name}", arn: "{arn:rds}pg:{name}" },
  "rds/subnetGroup:SubnetGroup": {
    id: "{name}",
    arn: "{arn:rds}subgrp:{name}",
    description: "Managed by Pulumi",
    supportedNetworkTypes: ["IPV4"],
    vpcId: "vpc-{hex17}",
  },
  "rds/proxy:Proxy": {
    id: "{name}",
    arn: "{arn:rds}db-proxy:prx-{hex17}",
    endpoint: `{name}.proxy-${HOST}`,
    idleClientTimeout: 1800,
  },
  "rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    id: "{.dbProxyName}",
    arn: "{arn:rds}target-group:prx-tg-{hex17}",
    name: "default",
  },
  "rds/proxyTarget:ProxyTarget": {
    id: "{.dbProxyName}/{.targetGroupName}/TRACKED_CLUSTER/{.dbClusterIdentifier|.dbInstanceIdentifier}",
    type: "TRACKED_CLUSTER",
    rdsResourceId: "{.dbClusterIdentifier|.dbInstanceIdentifier}",
    port: 5432,
  },
  "rds/globalCluster:GlobalCluster": {
    id: "{.globalClusterIdentifier}",
    arn: "{global:rds}global-cluster:{id}",
    globalClusterResourceId: "cluster-{upper26}",
    endpoint: `{id}.global-{alnum12}.global.rds.{domain}`,
  },
  "rds/eventSubscription:EventSubscription": {
    id: "{name}",
    arn: "{arn:rds}es:{name}",
    customerAwsId: "{account}",
  },
  "rds/clusterSnapshot:ClusterSnapshot": {
    id: "{.dbClusterSnapshotIdentifier}",
    dbClusterSnapshotArn: "{arn:rds}cluster-snapshot:{id}",
  },
  "rds/roleAssociation:RoleAssociation": { id: "{.dbInstanceIdentifier},{.roleArn}" },
  "rds/clusterRoleAssociation:ClusterRoleAssociation": { id: "{.dbClusterIdentifier},{.roleArn}" },
  "dynamodb/table:Table": {
    id: "{name}",
    arn: "{arn:dynamodb}table/{name}",
    streamArn: "{arn:dynamodb}table/{name}/stream/2024-01-01T00:00:00.000",
    streamLabel: "2024-01-01T00:00:00.000",
  },
  "elasticache/subnetGroup:SubnetGroup": { id: "{name}", arn: "{arn:elasticache}subnetgroup:{name}" },
  "elasticache/parameterGroup:ParameterGroup": { id: "{name}", arn: "{arn:elasticache}parametergroup:{name}" },
  "elasticache/replicationGroup:ReplicationGroup": {
    id: (group) => group.input("replicationGroupId") ?? group.name,
    arn: "{arn:elasticache}replicationgroup:{id}",
    primaryEndpointAddress: "master.{id}.{alnum6@cache}.cache.{domain}",
    readerEndpointAddress: "replica.{id}.{alnum6@cache}.cache.{domain}",
  },
};
