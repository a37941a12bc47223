import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

const PROXY_TARGETS = "DeregisterDBProxyTargets ModifyDBProxyTargetGroup RegisterDBProxyTargets";

/** What deploying the database and its proxy takes. */
export const RIGHTS: DeployRights = {
  manage: {
    rds: "AddTagsToResource CreateDBCluster CreateDBClusterParameterGroup CreateDBInstance CreateDBProxy CreateDBSubnetGroup Describe* ListTagsForResource",
  },
  manageOwn: {
    rds: "CreateDBClusterSnapshot DeleteDB* ModifyCurrentDBClusterCapacity ModifyDBCluster ModifyDBClusterParameterGroup ModifyDBInstance ModifyDBParameterGroup ModifyDBProxy ModifyDBSubnetGroup RemoveTagsFromResource Reset*",
  },
  passedTo: ["monitoring.rds", "rds"],
  keysThrough: ["rds"],
  named: ({ prefix, tags, arn }) => [
    // The group is RDS's own and nobody can tag it; cluster and proxy have tags, and have to be ours.
    {
      ...allow("ProxyTargets", actionsOf("rds", PROXY_TARGETS)),
      Condition: { StringEqualsIfExists: tags },
    },
    allow(
      "LastSnapshot",
      actionsOf("rds", "CreateDBClusterSnapshot DeleteDBCluster"),
      arn("rds", `cluster-snapshot:${prefix}-*`),
    ),
    {
      // RDS makes the secret, with a tag of its own only.
      ...allow("MasterPassword", ["secretsmanager:RotateSecret"], arn("secretsmanager", "secret:rds!cluster-*")),
      Condition: { StringLike: { "aws:ResourceTag/aws:rds:primaryDBClusterArn": arn("rds", `cluster:${prefix}`) } },
    },
  ],
};
