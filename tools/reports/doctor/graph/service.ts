import type { Snapshot, SnapshotResource } from "../../../shared/snapshot/snapshot";
import { parsed } from "../../../shared/parsed";
import { statementsOf } from "./policy";
import { listOf, textOf } from "../../../shared/fields";
import { at, textAt, textsAt, where } from "./read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";

/** The API: its service, what it runs and who it is. A part that the state does not have is undefined. */
export interface Api {
  readonly service: SnapshotResource | undefined;
  readonly task: SnapshotResource | undefined;
  readonly securityGroups: readonly string[];
  readonly subnets: readonly string[];
  readonly image: string | undefined;
  readonly port: string | undefined;
  readonly logGroup: string | undefined;
  readonly environment: (name: string) => string | undefined;
  /** Where each secret comes from, as `valueFrom` names it, by the name of its variable. */
  readonly secrets: ReadonlyMap<string, string>;
}

export function apiOf(snapshot: Snapshot): Api {
  const service = ofType(snapshot, "aws:ecs/service:Service")[0];
  const task = where(snapshot, "aws:ecs/taskDefinition:TaskDefinition", "arn", textAt(service, "taskDefinition"));
  const container = listOf(parsed(textAt(task, "containerDefinitions")))[0];
  const text = (...path: string[]) => textOf(valueAt(container, ...path));
  const named = (list: string, value: string) =>
    new Map(
      listOf(valueAt(container, list)).map((each) => [
        textOf(valueAt(each, "name")) ?? "",
        textOf(valueAt(each, value)) ?? "",
      ]),
    );
  const environment = named("environment", "value");
  return {
    service,
    task,
    securityGroups: textsAt(service, "networkConfiguration.securityGroups"),
    subnets: textsAt(service, "networkConfiguration.subnets"),
    image: text("image"),
    port: text("portMappings", "0", "containerPort"),
    logGroup: text("logConfiguration", "options", "awslogs-group"),
    environment: (name) => environment.get(name),
    secrets: named("secrets", "valueFrom"),
  };
}

/** The policies of a role that the state has, by the role's ARN. */
export function policiesOf(snapshot: Snapshot, roleArn: string | undefined): readonly string[] {
  const role = textAt(where(snapshot, "aws:iam/role:Role", "arn", roleArn), "name");
  return ofType(snapshot, "aws:iam/rolePolicy:RolePolicy")
    .filter((each) => role !== undefined && textAt(each, "role") === role)
    .flatMap((each) => textAt(each, "policy") ?? []);
}

/** The key that a bucket encrypts with. */
export function keyOf(snapshot: Snapshot, bucket: string | undefined): string | undefined {
  const type = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
  const [rule] = listOf(at(where(snapshot, type, "bucket", bucket), "rules"));
  return textOf(valueAt(valueAt(rule, "applyServerSideEncryptionByDefault"), "kmsMasterKeyId"));
}

/** The statements of a key's own policy. */
export function keyPolicyOf(snapshot: Snapshot, keyArn: string | undefined) {
  const id = keyArn?.split("/").at(-1);
  return statementsOf(textAt(where(snapshot, "aws:kms/keyPolicy:KeyPolicy", "keyId", id), "policy"));
}
