import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:sns/topic:Topic": {
      holdsData: false,
      named: ["name", /^(?=.{1,256}$)[\w-]+(\.fifo)?$/, "at most 256 letters, digits, hyphens and underscores"],
    },
  },
  ["aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription"],
);

export const METRICS: Dimensions = {
  "AWS/SNS": { TopicName: subject(["name"], "aws:sns/topic:Topic"), PhoneNumber: ANY, SMSType: ANY, Country: ANY },
};
