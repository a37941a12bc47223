import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

/** What deploying tasks, functions, queues, schedules and load balancers takes. */
export const RIGHTS: DeployRights = {
  manage: {
    "application-autoscaling": "Describe* ListTagsForResource Put* Register* TagResource",
    ecr: "CreateRepository Describe* GetLifecyclePolicy GetRepositoryPolicy ListTagsForResource TagResource",
    ecs: "CreateCluster CreateService DeregisterTaskDefinition Describe* List* RegisterTaskDefinition RunTask TagResource",
    elasticloadbalancing: "AddTags Create* DeleteWebACLAssociation Describe* Get* SetWebACL",
    lambda: "Create* GetEventSourceMapping GetFunction* GetPolicy List* PublishVersion TagResource",
    scheduler: "CreateScheduleGroup Get* List* TagResource",
    sqs: "CreateQueue GetQueueAttributes GetQueueUrl ListQueueTags TagQueue",
  },
  manageOwn: {
    "application-autoscaling": "Delete* Deregister* UntagResource",
    ecr: "DeleteLifecyclePolicy DeleteRepository* PutImage* PutLifecyclePolicy SetRepositoryPolicy UntagResource",
    ecs: "DeleteCluster DeleteService PutClusterCapacityProviders UntagResource Update*",
    elasticloadbalancing:
      "Delete* Deregister* Modify* Register* Remove* SetIpAddressType SetRulePriorities SetSecurityGroups SetSubnets",
    lambda: "AddPermission Delete* Put* RemovePermission UntagResource Update*",
    scheduler: "DeleteScheduleGroup UntagResource",
    sqs: "DeleteQueue SetQueueAttributes UntagQueue",
  },
  passedTo: ["ecs", "ecs-tasks", "lambda", "scheduler"],
  keysThrough: ["ecr", "lambda", "scheduler"],
  named: ({ prefix, arn }) => [
    allow(
      "AlarmsOfScaling",
      actionsOf("cloudwatch", "DeleteAlarms"),
      arn("cloudwatch", `alarm:TargetTracking-service/${prefix}/*`),
    ),
    allow(
      "Schedules",
      actionsOf("scheduler", "CreateSchedule DeleteSchedule UpdateSchedule"),
      arn("scheduler", `schedule/${prefix}-*`),
    ),
  ],
};
