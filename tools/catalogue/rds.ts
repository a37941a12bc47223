import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { FREE, quiet } from "./reasons";

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

export const MADE = made({
  "rds/cluster:Cluster": {
    price: "priced",
    seconds: [40, 70, 240],
    outputs: {
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
    replacedBy:
      "availabilityZones clusterIdentifier clusterIdentifierPrefix databaseName dbSubnetGroupName engine engineMode " +
      "kmsKeyId masterUsername port restoreToPointInTime s3Import snapshotIdentifier sourceRegion storageEncrypted",
    named: { property: "clusterIdentifier", max: 63, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ },
    protectedBy: {
      property: "deletionProtection",
      value: true,
      answer: (name) =>
        `deleting RDS Cluster (${name}): operation error RDS: DeleteDBCluster, StatusCode: 400, InvalidParameterCombination: ` +
        "Cannot delete protected Cluster, please disable deletion protection and try again.",
    },
    drawn: "box",
    alarms: "database",
  },
  "rds/clusterInstance:ClusterInstance": {
    price: "priced",
    seconds: [300, 450, 900],
    outputs: {
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
    replacedBy:
      "availabilityZone clusterIdentifier customIamInstanceProfile dbSubnetGroupName engine identifier identifierPrefix",
    named: { property: "identifier", max: 63, pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ },
    drawn: "box",
    alarms: quiet("a failover swaps roles, so that the cluster is watched by role"),
  },
  "rds/clusterParameterGroup:ClusterParameterGroup": {
    price: FREE.setting,
    seconds: [1, 3, 15],
    outputs: { id: "{name}", arn: "{arn:rds}cluster-pg:{name}" },
    replacedBy: "description family name namePrefix",
    partOf: "rds/cluster:Cluster",
  },
  "rds/subnetGroup:SubnetGroup": {
    price: FREE.setting,
    seconds: [1, 2, 10],
    outputs: {
      id: "{name}",
      arn: "{arn:rds}subgrp:{name}",
      description: "Managed by Pulumi",
      supportedNetworkTypes: ["IPV4"],
      vpcId: "vpc-{hex17}",
    },
    replacedBy: "name namePrefix",
    partOf: "rds/cluster:Cluster",
  },
  "rds/proxy:Proxy": {
    price: "priced",
    seconds: [120, 360, 900],
    outputs: {
      id: "{name}",
      arn: "{arn:rds}db-proxy:prx-{hex17}",
      endpoint: `{name}.proxy-${HOST}`,
      idleClientTimeout: 1800,
    },
    replacedBy: "engineFamily name vpcSubnetIds",
    named: { max: 63 },
    drawn: "box",
    alarms: "database",
  },
  "rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    price: FREE.setting,
    seconds: [1, 5, 60],
    outputs: {
      id: "{.dbProxyName}",
      arn: "{arn:rds}target-group:prx-tg-{hex17}",
      name: "default",
    },
    replacedBy: "dbProxyName",
    partOf: "rds/proxy:Proxy",
  },
  "rds/proxyTarget:ProxyTarget": {
    price: FREE.setting,
    seconds: [1, 5, 60],
    outputs: {
      id: "{.dbProxyName}/{.targetGroupName}/TRACKED_CLUSTER/{.dbClusterIdentifier|.dbInstanceIdentifier}",
      type: "TRACKED_CLUSTER",
      rdsResourceId: "{.dbClusterIdentifier|.dbInstanceIdentifier}",
      port: 5432,
    },
    replacedBy: "*",
    partOf: "rds/proxy:Proxy",
  },
});

export const OTHERS = others({
  "rds/instance:Instance": {
    seconds: [240, 420, 1200],
    outputs: {
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
    replacedBy:
      "availabilityZone characterSetName dbName engine identifier identifierPrefix kmsKeyId ncharCharacterSetName " +
      "restoreToPointInTime s3Import snapshotIdentifier storageEncrypted timezone username",
    named: { property: "identifier", max: 63 },
    protectedBy: {
      property: "deletionProtection",
      value: true,
      answer: (name) =>
        `deleting RDS DB Instance (${name}): operation error RDS: DeleteDBInstance, StatusCode: 400, InvalidParameterCombination: ` +
        "Cannot delete protected DB Instance, please disable deletion protection and try again.",
    },
  },
  "rds/parameterGroup:ParameterGroup": {
    outputs: { id: "{name}", arn: "{arn:rds}pg:{name}" },
    replacedBy: "description family name namePrefix",
  },
  "rds/globalCluster:GlobalCluster": {
    seconds: [10, 30, 120],
    outputs: {
      id: "{.globalClusterIdentifier}",
      arn: "{global:rds}global-cluster:{id}",
      globalClusterResourceId: "cluster-{upper26}",
      endpoint: `{id}.global-{alnum12}.global.rds.{domain}`,
    },
    replacedBy: "databaseName engine globalClusterIdentifier sourceDbClusterIdentifier storageEncrypted",
    protectedBy: {
      property: "deletionProtection",
      value: true,
      answer: (name) =>
        `deleting RDS Global Cluster (${name}): InvalidParameterCombination: Cannot delete protected Cluster, ` +
        "please disable deletion protection and try again.",
    },
  },
  "rds/eventSubscription:EventSubscription": {
    outputs: {
      id: "{name}",
      arn: "{arn:rds}es:{name}",
      customerAwsId: "{account}",
    },
    replacedBy: "name namePrefix",
  },
  "rds/clusterSnapshot:ClusterSnapshot": {
    outputs: {
      id: "{.dbClusterSnapshotIdentifier}",
      dbClusterSnapshotArn: "{arn:rds}cluster-snapshot:{id}",
    },
  },
  "rds/roleAssociation:RoleAssociation": { outputs: { id: "{.dbInstanceIdentifier},{.roleArn}" } },
  "rds/clusterRoleAssociation:ClusterRoleAssociation": { outputs: { id: "{.dbClusterIdentifier},{.roleArn}" } },
});
