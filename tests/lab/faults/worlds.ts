import type { World } from "../../../lab/faults/check";
import type { StateResource } from "../../../lab/faults/stateFile";

export const urnOf = (name: string) => `urn:pulumi:dev::telehealth::aws:s3/bucket:Bucket::${name}`;

export const inState = (name: string, more: Partial<StateResource> = {}): StateResource => ({
  urn: urnOf(name),
  id: `${name}-id`,
  type: "aws:s3/bucket:Bucket",
  isOurs: true,
  delete: false,
  inputs: { owner: "a" },
  ...more,
});

export const inAws = (name: string, more: { readonly id?: string; readonly digest?: string } = {}) => ({
  urn: urnOf(name),
  id: `${name}-id`,
  digest: "a",
  inputs: {},
  outputs: {},
  ...more,
});

/** Two buckets and the stack itself, of which AWS knows nothing. */
export const whole: World = {
  objects: [inAws("files"), inAws("videos")],
  resources: [
    inState("stack", { isOurs: false, type: "pulumi:pulumi:Stack", id: "" }),
    inState("files"),
    inState("videos"),
  ],
  pending: [],
};

export const pending = (type: string, name: string) => ({ type, urn: urnOf(name), id: "" });
