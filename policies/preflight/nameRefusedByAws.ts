import { factsOf, typesThat } from "../facts";
import { rule } from "../rule";

export const nameRefusedByAws = rule({
  id: "name-refused-by-aws",
  title: "Names have a length and characters that AWS accepts",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Choose a shorter or simpler name, or leave it out: Pulumi then generates one",
  types: typesThat(({ named }) => named !== undefined),
  check: (resource) => {
    const [property, pattern, words] = factsOf(resource.type)?.named ?? ["name", /./, ""];
    const name = resource.at(property);
    if (name.unknown) return name.later();
    if (name.text === undefined || pattern.test(name.text)) return undefined;
    return name.refuse(`AWS refuses ${name.text} (${String(name.text.length)} characters)`, `Write ${words}`);
  },
});
