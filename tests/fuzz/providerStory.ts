import { strict as assert } from "node:assert";
import fc from "fast-check";
import { SHAPES } from "../../tools/offline/providers/aws/shapes";
import {
  isMap,
  isSecret,
  isUnknown,
  mapWire,
  secret,
  UNKNOWN,
  type Wire,
  type WireMap,
} from "../../tools/offline/providers/wire";
import { Engine } from "../tools/offline/engine";

const HIDDEN = "HIDDEN-7f3a";
export const TYPES = [
  ...Object.keys(SHAPES),
  "sqs/queue:Queue",
  "no/such:Thing",
  "strange:Type",
  "constructor",
  "__proto__",
];
const KEYS = [
  ...[
    "name",
    "bucket",
    "description",
    "tags",
    "policy",
    "region",
    "arn",
    "id",
    "vpcId",
    "role",
    "engine",
    "identifier",
  ],
  ...[
    "deletionProtection",
    "skipFinalSnapshot",
    "fifoQueue",
    "passwordWo",
    "constructor",
    "toString",
    "settings",
    "a.b",
    "",
  ],
];

const leaf: fc.Arbitrary<Wire> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.constantFrom("app", "arn:aws:iam::111122223333:role/app", '{"Statement":[]}', "{", "*", "ACTIVE", "us-west-2"),
  fc.integer(),
  fc.boolean(),
);
const { wire } = fc.letrec<{ wire: Wire }>((tie) => ({
  wire: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("wire"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("wire"), { maxKeys: 2 }),
  ),
}));
const value: fc.Arbitrary<Wire> = fc.oneof(
  { weight: 6, arbitrary: wire },
  { weight: 1, arbitrary: fc.constantFrom(secret(HIDDEN), secret({ a: [HIDDEN] }), { inside: [secret(HIDDEN)] }) },
);
const inputs: fc.Arbitrary<WireMap> = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 5 });

const NAMES = ["one", "two", "three"];
/** What a user or an engine may ask for, in any order. */
const step = fc.record({
  kind: fc.constantFrom(
    "make",
    "make",
    "preview",
    "same",
    "update",
    "update",
    "refresh",
    "delete",
    "import",
    "session",
  ),
  type: fc.nat({ max: 1 }),
  name: fc.constantFrom(...NAMES),
  inputs,
  unknown: fc.constantFrom(...KEYS),
});
/** Two types, and what happens to resources of them. */
export const story = fc.record({
  types: fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom(...TYPES)),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

interface Made {
  readonly id: string;
  readonly inputs: WireMap;
  readonly outputs: WireMap;
}

/** A refusal reads like AWS's; a mistake of ours reads like JavaScript's. */
async function refused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { details, code } = error as { details?: string; code?: number };
    assert.ok(typeof code === "number" && details, `no refusal: ${String(error)}`);
    assert.doesNotMatch(
      details,
      /undefined|is not a |is not iterable|call stack|Invalid |\n\s+at |Unexpected/,
      details,
    );
    assert.doesNotMatch(details, new RegExp(HIDDEN), "a refusal shows a secret");
    return undefined;
  }
}

/** All that was given is in the state, as it was given: secrets wrapped, unknowns unknown. */
function holdsInputs(outputs: WireMap, given: WireMap): void {
  for (const [key, each] of Object.entries(given))
    if (!key.startsWith("__") && !key.endsWith("Wo")) assert.deepEqual(outputs[key], each, key);
  // An id cannot be secret in Pulumi, not even one that AWS makes of a name.
  const shown = JSON.stringify(
    mapWire({ ...outputs, id: null }, (each) => (isMap(each) && isSecret(each) ? "secret" : each)),
  );
  assert.ok(!shown.includes(HIDDEN), `a secret in plain text: ${shown}`);
}

/** One engine's life with the provider, and what it believes to exist. */
export class Story {
  readonly live = new Map<string, Made>();

  constructor(public engine: Engine) {}

  async tell(kind: string, urn: string, given: WireMap, unknown: string): Promise<void> {
    const known = this.live.get(urn);
    if (kind === "session") return this.reconnect();
    if (known === undefined) {
      if (kind === "make") await this.make(urn, given);
      if (kind === "preview") await this.preview(urn, { ...given, [unknown]: UNKNOWN });
      if (kind === "import") await this.adopt(urn, given);
      return;
    }
    if (kind === "make" || kind === "same") await this.same(urn, known);
    if (kind === "update") await this.update(urn, known, given);
    if (kind === "preview") await this.foresee(urn, known, { ...given, [unknown]: UNKNOWN });
    if (kind === "refresh") await this.refresh(urn, known);
    if (kind === "delete") await this.remove(urn, known);
  }

  async reconnect(): Promise<void> {
    this.engine.close();
    this.engine = await Engine.connect();
  }

  private async checked(urn: string, given: WireMap, olds: WireMap = {}): Promise<WireMap | undefined> {
    const answer = await refused(this.engine.check(urn, given, olds));
    if (answer === undefined || answer.failures.length > 0) return undefined;
    // Without any old input the provider cannot tell a resource that exists from a new one.
    if (Object.keys(answer.inputs).length === 0) return answer.inputs;
    const again = await this.engine.check(urn, given, answer.inputs);
    assert.deepEqual(again.inputs, answer.inputs, "checked twice, and not the same");
    return answer.inputs;
  }

  private async make(urn: string, given: WireMap): Promise<void> {
    const checked = await this.checked(urn, given);
    const made = checked && (await refused(this.engine.create(urn, checked)));
    if (checked === undefined || made === undefined) return;
    assert.ok(typeof made.id === "string" && made.id !== "" && !isUnknown(made.id));
    holdsInputs(made.outputs, checked);
    assert.deepEqual(await this.engine.create(urn, checked), made, "created twice of the same, and not the same");
    this.live.set(urn, { ...made, inputs: checked });
  }

  private async preview(urn: string, given: WireMap): Promise<void> {
    const checked = await this.checked(urn, given);
    const made = checked && (await refused(this.engine.create(urn, checked, true)));
    if (checked === undefined || made === undefined) return;
    assert.equal(made.id, "");
    if (checked["id"] === undefined) assert.ok(isUnknown(made.outputs["id"]), "a preview knows an id");
    holdsInputs(made.outputs, checked);
  }

  private async same(urn: string, { id, inputs: before, outputs }: Made): Promise<void> {
    assert.equal((await this.engine.diff(urn, id, before, outputs, before)).changed, false, "no change, and a diff");
    assert.deepEqual(
      await this.engine.update(urn, id, before, outputs, before),
      outputs,
      "an update to the same changes",
    );
  }

  private async update(urn: string, known: Made, given: WireMap): Promise<void> {
    const checked = await this.checked(urn, given, known.inputs);
    if (checked === undefined) return;
    const diff = await refused(this.engine.diff(urn, known.id, known.inputs, known.outputs, checked));
    if (diff === undefined) return;
    if (diff.replaces.length > 0) return this.replace(urn, known, given);
    const outputs = await refused(this.engine.update(urn, known.id, known.inputs, known.outputs, checked));
    if (outputs === undefined) return;
    holdsInputs(outputs, checked);
    this.live.set(urn, { id: known.id, inputs: checked, outputs });
    await this.same(urn, { id: known.id, inputs: checked, outputs });
  }

  /** As an engine does it: the new one first, then the old one goes, and what is left is the new one. */
  private async replace(urn: string, old: Made, given: WireMap): Promise<void> {
    const checked = (await refused(this.engine.check(urn, given)))?.inputs ?? {};
    const made = await refused(this.engine.create(urn, checked));
    if (made === undefined) return this.reconnect();
    holdsInputs(made.outputs, checked);
    await refused(this.engine.delete(urn, old.id, old.outputs));
    this.live.set(urn, { ...made, inputs: checked });
    await this.refresh(urn, { ...made, inputs: checked });
  }

  private async foresee(urn: string, known: Made, given: WireMap): Promise<void> {
    const checked = await this.checked(urn, given, known.inputs);
    const outputs =
      checked && (await refused(this.engine.update(urn, known.id, known.inputs, known.outputs, checked, true)));
    if (checked !== undefined && outputs !== undefined) holdsInputs(outputs, checked);
  }

  private async refresh(urn: string, { id, inputs: before, outputs }: Made): Promise<void> {
    assert.deepEqual(await this.engine.read(urn, id, before, outputs), { id, inputs: before, outputs });
  }

  /** In a session of its own: within one, an engine deletes what it has replaced, and the new one has the same id. */
  private async remove(urn: string, { id, outputs }: Made): Promise<void> {
    await this.reconnect();
    const deleted = await refused(this.engine.delete(urn, id, outputs).then(() => true));
    if (deleted === undefined) return;
    this.live.delete(urn);
    assert.deepEqual(await this.engine.read(urn, id), { id: "", inputs: {}, outputs: {} }, "it is still there");
  }

  private async adopt(urn: string, given: WireMap): Promise<void> {
    const read = await refused(this.engine.read(urn, `imported-${urn.split("::").at(-1) ?? ""}`));
    if (read === undefined || read.id === "") return;
    const checked = await this.checked(urn, given, read.inputs);
    if (checked !== undefined) await refused(this.engine.diff(urn, read.id, read.inputs, read.outputs, checked));
    // The import was only looked at: another engine comes next.
    await this.reconnect();
  }
}
