import { Field } from "../engine/field";
import { rule } from "../rule";

/** Signs of an Output or an object that was written into a text. */
const SIGNS: readonly [RegExp, string][] = [
  [
    /Calling \[to(String|JSON)\] on an \[?Output/i,
    "holds the warning that Pulumi inserts where an output is converted to text",
  ],
  [/\[object (Object|Promise|Undefined)\]/, "holds an object that was converted to text"],
  [/^(undefined|null|NaN)$/, "is the text of a missing value"],
  [/^[^{[].*[:/.=_-](undefined|NaN)(?=$|[:/.=_*-])/, "contains a missing value"],
  [/^[{[](?![^]*function)[^]*[":/.-](undefined)["/:*.-]/, "contains a missing value"],
];
/** Programs and templates, in which these words have a meaning. */
const CODE =
  /(^|\.)(code|userData|script|buildspec|requestTemplate|responseTemplate|template|messageBody|content|inlineCode|definition|__provider|defaultValue|description|comment)s?(\.|\[|$)/i;

export const unresolvedText = rule({
  id: "unresolved-text",
  title: "No text contains a value that was missing or not yet known",
  family: "preflight",
  severity: "high",
  controls: ["164.308(a)(8)", "164.312(c)(1)"],
  remediation: "Use pulumi.interpolate, pulumi.jsonStringify or .apply() where a value comes from a resource",
  types: ["*"],
  check: (resource) => {
    const texts = textsIn(resource.at(), 0);
    const wrong = texts.flatMap((field) => {
      if (field.unknown || CODE.test(field.path)) return [];
      const text = field.text ?? "";
      const [, problem] = SIGNS.find(([sign]) => sign.test(text)) ?? [];
      return problem === undefined ? [] : [field.refuse(problem)];
    });
    // One of them stands for all: most resources have something that is not known before the update.
    return [wrong, texts.find((each) => each.unknown)?.later()];
  },
});

/** Texts that could be wrong at all: a quick look first, because this rule reads every property of every resource. */
const SUSPECT = /undefined|NaN|\[object|Calling \[|^null$/;

function textsIn(field: Field, depth: number): readonly Field[] {
  const { value, path } = field;
  if (typeof value === "string") return SUSPECT.test(value) ? [field] : [];
  if (field.unknown) return [field];
  if (typeof value !== "object" || value === null || depth > 20) return [];
  if (Array.isArray(value)) return field.items.flatMap((each) => textsIn(each, depth + 1));
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(new Field(each, path === "" ? key : `${path}.${key}`), depth + 1),
  );
}
