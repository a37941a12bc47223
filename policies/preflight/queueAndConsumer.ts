import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";

const QUEUE = "aws:sqs/queue:Queue";
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
/** Seconds that SQS and Lambda take when nothing is written. */
const [VISIBLE, TIMEOUT] = [30, 3];

export const queueAndConsumer = rule({
  id: "queue-and-consumer",
  title: "A queue's visibility timeout covers its function's timeout, and its dead-letter queue is of the same type",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)", "164.312(c)(1)"],
  remediation:
    "Set visibilityTimeoutSeconds to six times the function's timeout, and fifoQueue to the same value on both queues",
  types: [QUEUE, MAPPING],
  checkInStack: (resource, stack): Outcomes => {
    if (resource.type === QUEUE) {
      const policy = resource.at("redrivePolicy");
      const fifo = resource.at("fifoQueue");
      if (policy.absent) return undefined;
      const target = policy.unknown ? policy : parsed(policy).at("deadLetterTargetArn");
      const queues = stack.referred(resource, policy.unknown ? policy : target, [QUEUE]);
      const other = queues.find((each) => (each.at("fifoQueue").flag === true) !== (fifo.flag === true));
      if (fifo.unknown) return fifo.later();
      if (other) return policy.refuse(`${other.name} is ${fifo.flag === true ? "not a" : "a"} FIFO queue`);
      return policy.unknown && stack.madeFrom(resource, policy).length === 0 ? policy.later() : undefined;
    }
    const [source, target] = [resource.at("eventSourceArn"), resource.at("functionName")];
    const [queue] = stack.referred(resource, source, [QUEUE]);
    const [consumer] = stack.referred(resource, target, ["aws:lambda/function:Function"]);
    if (!queue || !consumer)
      return [source, target]
        .filter((each) => each.unknown && stack.madeFrom(resource, each).length === 0)
        .map((each) => each.later());
    const hidden = queue.at("visibilityTimeoutSeconds");
    const timeout = consumer.at("timeout");
    if (hidden.unknown || timeout.unknown) return (hidden.unknown ? hidden : timeout).later();
    return (hidden.number ?? VISIBLE) < (timeout.number ?? TIMEOUT)
      ? source.refuse(
          `${queue.name} delivers a message again after ${String(hidden.number ?? VISIBLE)} s, while ${consumer.name} may still be processing it (${String(timeout.number ?? TIMEOUT)} s)`,
        )
      : undefined;
  },
});
