import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, numberAt, textAt } from "../fields";
import type { Item } from "../line";
import { share, type Context, type Rules } from "../rule";

const service = "CloudWatch";
/** A period below a minute makes an alarm "high resolution": "Amazon CloudWatch pricing". */
const FAST_SECONDS = 60;
/** An anomaly alarm watches its metric and the two edges of the band. */
const BAND_METRICS = 3;

export const WATCH_RULES = {
  "cloudwatch/metricAlarm:MetricAlarm": alarm,
  "cloudwatch/dashboard:Dashboard": () => [
    { service, what: "dashboard", quantity: 1, price: "dashboard", purpose: "dashboard" },
  ],
  "cloudwatch/logMetricFilter:LogMetricFilter": () => [
    { service, what: "metric from a log", quantity: 1, price: "metric.custom", purpose: "alarms on what logs say" },
  ],
  "cloudwatch/eventRule:EventRule": (resource) =>
    textAt(resource, "eventBusName").includes("default") || textAt(resource, "eventBusName") === "" ? [] : undefined,
  "sns/topic:Topic": topic,
  "sqs/queue:Queue": queue,
  "scheduler/schedule:Schedule": (_, { usage, graph, freeTier }) => [
    {
      service: "Messages",
      what: "calls of schedules",
      quantity: freeTier ? 0 : share(usage.jobMessagesMillions, graph.all("scheduler/schedule:Schedule").length),
      price: "scheduler.calls",
      purpose: "reminders",
    },
  ],
} satisfies Rules;

function alarm(resource: SnapshotResource): readonly Item[] {
  const queries = listAt(resource, "metricQueries");
  const metrics = queries.filter((each) => each["metric"] !== undefined);
  const isBand = queries.some((each) => textAt(each, "expression").startsWith("ANOMALY_DETECTION_BAND"));
  const periods = [
    numberAt(resource, "period", FAST_SECONDS),
    ...metrics.map((each) => numberAt(each, "metric.period", 60)),
  ];
  const watched = isBand ? BAND_METRICS * Math.max(1, metrics.length) : Math.max(1, metrics.length);
  const kind = isBand ? "alarm on what is unusual" : metrics.length > 1 ? "alarm on several metrics" : "alarm";
  return [
    {
      service,
      what: kind,
      quantity: watched,
      price: Math.min(...periods) < FAST_SECONDS ? "alarm.fast" : "alarm.standard",
      purpose: "alarms",
    },
  ];
}

function topic(_: SnapshotResource, { usage, graph, freeTier }: Context): readonly Item[] {
  const messages = share(usage.alertMessages, graph.all("sns/topic:Topic").length);
  return [
    {
      service: "Messages",
      what: "alerts by e-mail",
      quantity: freeTier ? 0 : messages / 1e5,
      price: "sns.email",
      purpose: "alarms",
    },
  ];
}

function queue(resource: SnapshotResource, { usage, graph, freeTier }: Context): readonly Item[] {
  return [
    {
      service: "Messages",
      what: "messages in queues",
      quantity: freeTier ? 0 : share(usage.jobMessagesMillions, graph.all("sqs/queue:Queue").length),
      price: resource.inputs["fifoQueue"] === true ? "sqs.fifo" : "sqs.requests",
      purpose: "reminders",
    },
  ];
}
