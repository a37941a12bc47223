import type { Shapes } from "../template";

export const messagingShapes: Shapes = {
  "sns/topic:Topic": {
    id: "{=arn}",
    arn: "{arn:sns}{name}",
    namePrefix: "",
    owner: "{account}",
    beginningArchiveTime: "",
    policy: "",
    signatureVersion: 0,
  },
  "sns/topicPolicy:TopicPolicy": { id: "{.arn}", owner: "{account}" },
  "sns/topicSubscription:TopicSubscription": {
    id: "{=arn}",
    arn: "{.topic}:{uuid:subscription}",
    // An address must be confirmed by its owner; a queue or a function confirms itself.
    pendingConfirmation: (subscription) => /^(email|http)/.test(subscription.input("protocol") ?? ""),
    confirmationWasAuthenticated: (subscription) => !/^(email|http)/.test(subscription.input("protocol") ?? ""),
    filterPolicyScope: "",
    ownerId: "{account}",
  },
  "sns/smsPreferences:SmsPreferences": { id: "aws_sns_sms_id" },
  "sqs/queue:Queue": {
    id: "{=url}",
    arn: "{arn:sqs}{name}",
    url: "https://sqs.{region}.{domain}/{account}/{name}",
    namePrefix: "",
    policy: "",
    redriveAllowPolicy: "",
    redrivePolicy: "",
    kmsDataKeyReusePeriodSeconds: 300,
    sqsManagedSseEnabled: true,
    deduplicationScope: "",
    fifoThroughputLimit: "",
  },
  "sqs/queuePolicy:QueuePolicy": { id: "{.queueUrl}" },
  "sqs/redrivePolicy:RedrivePolicy": { id: "{.queueUrl}" },
  "sqs/redriveAllowPolicy:RedriveAllowPolicy": { id: "{.queueUrl}" },
  "ses/domainIdentity:DomainIdentity": {
    id: "{.domain}",
    arn: "{arn:ses}identity/{.domain}",
    verificationToken: "{mixed43}=",
  },
  "ses/domainDkim:DomainDkim": {
    id: "{.domain}",
    dkimTokens: ["{alnum32:dkim1}", "{alnum32:dkim2}", "{alnum32:dkim3}"],
  },
  "ses/emailIdentity:EmailIdentity": { id: "{.email}", arn: "{arn:ses}identity/{.email}" },
  "sesv2/emailIdentity:EmailIdentity": {
    id: "{.emailIdentity}",
    arn: "{arn:ses}identity/{.emailIdentity}",
    identityType: "DOMAIN",
    verificationStatus: "PENDING",
    verifiedForSendingStatus: false,
  },
  "sesv2/configurationSet:ConfigurationSet": {
    id: "{.configurationSetName}",
    arn: "{arn:ses}configuration-set/{.configurationSetName}",
  },
  "kinesis/stream:Stream": { id: "{=arn}", arn: "{arn:kinesis}stream/{name}" },
  "kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    id: "{=arn}",
    arn: "{arn:firehose}deliverystream/{name}",
    destinationId: "destinationId-000000000001",
    versionId: "1",
  },
};
