import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { jobQueue } from "./jobQueue";
import { refuseOutside } from "./refuseOutside";

/** Seconds: AWS, "Amazon SQS visibility timeout". Zero would hand each message to every consumer. */
const VISIBILITY = { least: 1, most: 43200 };
/** Fewer dead-letter messages that only met a busy function: AWS, "Creating and configuring an Amazon SQS event source". */
const ATTEMPTS = { least: 5, most: 1000 };

export interface EventQueueArgs {
  /** Seconds a consumer has for a message before another one gets it. For a function: six times its own timeout. */
  readonly visibilityTimeoutSeconds: number;
  /** How often a message is delivered before it goes to the dead-letter queue, at least 5. @default 5, which outlasts a deployment */
  readonly maxAttempts?: number;
  /** Encrypts the queue and its dead-letter queue. It needs no grant but the account's own. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Of the stack. */
  readonly location: Location;
}

/** Events between parts of the application: one part reports, another processes later, at least once. */
export class EventQueue extends pulumi.ComponentResource {
  public readonly url: pulumi.Output<string>;
  public readonly arn: pulumi.Output<string>;
  /** For an alarm on the age of the oldest message. */
  public readonly name: pulumi.Output<string>;
  /** For an alarm: anything in there is an event that could not be processed. */
  public readonly deadLetterQueueName: pulumi.Output<string>;
  /** With the next, what `LambdaHandler` reads from. */
  public readonly kmsKeyArn: pulumi.Input<string>;
  public readonly visibilityTimeoutSeconds: number;
  /** For the role of whoever reports events. */
  public readonly producerStatements: Statement[];

  constructor(name: string, args: EventQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    // A key whose grants name the queue one day would wait for it: the component must not wait for the key.
    const { kmsKeyArn, ...early } = args;
    super("telehealth:compute:EventQueue", name, early, opts);
    const { visibilityTimeoutSeconds, maxAttempts = 5, location } = args;
    refuseOutside(this, "visibilityTimeoutSeconds", visibilityTimeoutSeconds, VISIBILITY, "is not useful");
    refuseOutside(this, "maxAttempts", maxAttempts, ATTEMPTS, "is not useful");

    const { queue, deadLetters } = jobQueue(this, name, { kmsKeyArn, visibilityTimeoutSeconds, maxAttempts });

    // The id of a queue is its URL.
    this.url = queue.id;
    this.arn = queue.arn;
    this.name = queue.name;
    this.deadLetterQueueName = deadLetters.name;
    this.kmsKeyArn = kmsKeyArn;
    this.visibilityTimeoutSeconds = visibilityTimeoutSeconds;
    this.producerStatements = sendStatements(queue.arn, kmsKeyArn, location);
    this.registerOutputs({ url: this.url, arn: this.arn, deadLetterQueueName: this.deadLetterQueueName });
  }
}

/** Lets a task report events. It can neither read nor empty the queue. */
function sendStatements(
  queueArn: pulumi.Input<string>,
  kmsKeyArn: pulumi.Input<string>,
  { region }: Location,
): Statement[] {
  return [
    { Sid: "SendEvents", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
    {
      Sid: "EncryptEvents",
      Effect: "Allow",
      // SQS asks for both: a new data key, and the proof that the sender could read what it wrote.
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `sqs.${region}.amazonaws.com` } },
    },
  ];
}
