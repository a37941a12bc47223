import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

/** What deploying alarms, logs, topics and events takes. */
export const RIGHTS: DeployRights = {
  manage: {
    cloudwatch: "Describe* GetMetricData List* PutMetricAlarm TagResource",
    events: "Describe* List* PutRule TagResource",
    logs: "CreateDelivery CreateLogDelivery CreateLogGroup DeleteLogDelivery DeleteResourcePolicy Describe* GetDataProtectionPolicy GetDelivery* GetLogDelivery ListLogDeliveries ListTagsForResource ListTagsLogGroup PutDelivery* PutResourcePolicy TagLogGroup TagResource UpdateLogDelivery",
    sns: "CreateTopic Get* List* TagResource",
  },
  manageOwn: {
    cloudwatch: "DeleteAlarms UntagResource",
    events: "DeleteRule DisableRule EnableRule PutTargets RemoveTargets UntagResource",
    logs: "AssociateKmsKey DeleteDataProtectionPolicy DeleteDelivery* DeleteLogGroup DeleteMetricFilter DeleteRetentionPolicy DisassociateKmsKey PutDataProtectionPolicy PutLogGroupDeletionProtection PutMetricFilter PutRetentionPolicy UntagResource UpdateDeliveryConfiguration",
    sns: "DeleteTopic Set* Subscribe Unsubscribe UntagResource",
  },
  keysThrough: ["logs"],
  named: ({ prefix, arn }) => [
    allow(
      "Dashboards",
      actionsOf("cloudwatch", "*Dashboard*"),
      [prefix, `${prefix}-*`].map((name) => arn("cloudwatch", `dashboard/${name}`, "")),
    ),
  ],
};
