import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export interface EventAlert {
  /** Logical names: of the rule, and of what it does. */
  readonly names: { readonly rule: string; readonly target: string };
  readonly description: string;
  /** JSON: EventBridge User Guide, "Event patterns". */
  readonly eventPattern: pulumi.Input<string>;
  readonly topicArn: pulumi.Input<string>;
  /** Names in the text -> where they are in the event. Never what may hold a patient's data: alerts leave by e-mail. */
  readonly paths: Readonly<Record<string, string>>;
  /** One line, without quotation marks. */
  readonly text: string;
  /** Where the events are, if not in the provider's region. The topic must be there too. */
  readonly region?: string;
  /**
   * Calls that change nothing, of which `sts:AssumeRole` is one, reach a rule only if it says so: "Receiving read-only management
   * events from AWS services", EventBridge User Guide. Name the calls in the pattern, or each preview rings. @default false
   */
  readonly readOnlyCalls?: boolean;
}

/** Tells people of events of one kind, in a line that can be read instead of the event itself. */
export function eventAlert(component: pulumi.Resource, alert: EventAlert): void {
  const { names, description, eventPattern, topicArn, paths, text } = alert;
  const mine = { parent: component };
  const where = alert.region === undefined ? {} : { region: alert.region };
  const state = alert.readOnlyCalls === true ? { state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" } : {};
  const rule = new aws.cloudwatch.EventRule(names.rule, { description, eventPattern, ...state, ...where }, mine);
  const inputTransformer = { inputPaths: { ...paths }, inputTemplate: `"${text}"` };
  new aws.cloudwatch.EventTarget(names.target, { rule: rule.name, arn: topicArn, inputTransformer, ...where }, mine);
}
