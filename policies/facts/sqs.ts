import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:sqs/queue:Queue": {
      holdsData: false,
      named: ["name", /^(?=.{1,80}$)[\w-]+(\.fifo)?$/, "at most 80 letters, digits, hyphens and underscores"],
    },
  },
  ["aws:sqs/queuePolicy:QueuePolicy", "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"],
);

export const METRICS: Dimensions = {
  "AWS/SQS": { QueueName: subject(["name"], "aws:sqs/queue:Queue") },
};
