import * as pulumi from "@pulumi/pulumi";

/** What is sent to the engine, or comes from it: a method for each field. */
export type Message = Readonly<Record<string, undefined | (() => unknown)>>;
type Call = (request: Message, ...others: unknown[]) => unknown;
export type Monitor = Record<string, Call | undefined>;

/** The program's connection to the engine. The SDK types what it calls; here it is looked at by name. */
export function monitorOfProgram(): Monitor {
  const monitor: unknown = pulumi.runtime.getMonitor();
  const isClient = (given: unknown): given is Monitor => typeof given === "object" && given !== null;
  if (!isClient(monitor)) throw new Error("This program is run by the Pulumi CLI.");
  return monitor;
}

/** What a message says, where it has such a field at all. */
export function textOf(message: Message, getter: string): string {
  const value = message[getter]?.();
  return typeof value === "string" ? value : "";
}

/** Tells of each resource that the engine has made, or found unchanged, before the program itself learns of it. */
export function tellMade(tell: (urn: string, id: string) => void): void {
  const monitor = monitorOfProgram();
  const call = monitor["registerResource"];
  if (call === undefined)
    throw new Error("@pulumi/pulumi registers resources otherwise. Install the version in package.json.");
  monitor["registerResource"] = (request, ...others) => {
    const answer = others.pop();
    if (!isAnswer(answer)) return call.call(monitor, request, ...others, answer);
    const heard = (error: unknown, made: Message | undefined) => {
      if (made !== undefined) tell(textOf(made, "getUrn"), textOf(made, "getId"));
      answer(error, made);
    };
    return call.call(monitor, request, ...others, heard);
  };
}

type Answer = (error: unknown, made: Message | undefined) => void;
const isAnswer = (given: unknown): given is Answer => typeof given === "function";
