import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { parsed } from "./parsed";

/** One environment variable of a program, by name. */
export interface Variable {
  readonly name: string;
  readonly value: Field;
}

/** Where each type keeps the environment of what it runs: as a map, as a list of names and values, or as JSON text. */
const MAPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:lambda/function:Function": [["environment", "variables"]],
  "aws:apprunner/service:Service": [
    ["sourceConfiguration", "imageRepository", "imageConfiguration", "runtimeEnvironmentVariables"],
    [
      "sourceConfiguration",
      "codeRepository",
      "codeConfiguration",
      "codeConfigurationValues",
      "runtimeEnvironmentVariables",
    ],
  ],
  "aws:amplify/app:App": [["environmentVariables"]],
  "aws:amplify/branch:Branch": [["environmentVariables"]],
  "aws:glue/job:Job": [["defaultArguments"], ["nonOverridableArguments"]],
};
const LISTS: Readonly<Record<string, readonly string[]>> = {
  "aws:codebuild/project:Project": ["environment", "environmentVariables"],
};
const JSON_CONTAINERS: Readonly<Record<string, string>> = {
  "aws:ecs/taskDefinition:TaskDefinition": "containerDefinitions",
  "aws:batch/jobDefinition:JobDefinition": "containerProperties",
};

/** The whole environment that a resource hands to a program. What is not known yet has no name and an unknown value. */
export function environmentsOf(resource: Resource): readonly Variable[] {
  const { type } = resource;
  const maps = (MAPS[type] ?? []).flatMap((path) => fromMap(resource.at(...path)));
  const list = LISTS[type] === undefined ? [] : fromList(resource.at(...LISTS[type]));
  const property = JSON_CONTAINERS[type];
  const containers =
    property === undefined
      ? []
      : containersOf(resource.at(property)).flatMap((each) => fromList(each.at("environment")));
  return [...maps, ...list, ...containers];
}

/** Containers of a task or job, which AWS takes as JSON text; a program that hands over objects is read too. */
export function containersOf(field: Field): readonly Field[] {
  return parsed(field).items;
}

function fromMap(field: Field): readonly Variable[] {
  if (field.unknown) return [{ name: "", value: field }];
  return field.keys.map((name) => ({ name, value: field.at(name) }));
}

function fromList(field: Field): readonly Variable[] {
  return field.items.flatMap((each) => {
    if (each.unknown) return [{ name: "", value: each }];
    const name = each.at("name").text;
    return name === undefined ? [] : [{ name, value: each.at("value") }];
  });
}
