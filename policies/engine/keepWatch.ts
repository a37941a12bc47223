import { createRequire } from "node:module";
import type { Policies } from "@pulumi/policy";
import { type Level, LEVELS, weakeningOf } from "./configuration";
import { prove, withdraw } from "./proof";

/** What the engine calls before the first resource, as far as it is needed here. Source: Pulumi's analyzer.proto. */
interface Requests {
  readonly handshake: { getEngineAddress(): string };
  readonly configureStack: { getDryRun(): boolean };
  readonly configure: {
    getPolicyconfigMap(): { entries(): Iterable<[string, { getEnforcementlevel(): number }]> };
  };
}
type Answer = (error: Error | null | undefined, reply?: unknown) => void;
type Handlers = { [Call in keyof Requests]?: (call: { readonly request: Requests[Call] }, answer: Answer) => void };
interface Grpc {
  readonly Server: { prototype: { addService(service: unknown, handlers: Handlers): void } };
}

export interface Watch {
  /** Whether what is judged is made next, and not only previewed; the engine says so before the first resource. */
  readonly isUpdate: () => boolean;
}

/**
 * Has the pack refuse a configuration that takes a rule from it, and show that it judges once it has one that does not. The
 * SDK keeps configurations to itself, so this listens where it takes them from the engine: before anything is judged, and as
 * the engine has understood them, whichever way they were written.
 */
export function keepWatch(policies: () => Policies, env: NodeJS.ProcessEnv = process.env): Watch {
  const { grpc, HandshakeReply } = protocolOfSdk();
  let engine: string | undefined;
  let isUpdate = false;
  const watched = ({ configure, configureStack, ...others }: Handlers): Handlers => ({
    ...others,
    handshake: ({ request }, answer) => {
      engine = request.getEngineAddress();
      answer(null, new HandshakeReply());
    },
    configureStack: (call, answer) => {
      isUpdate = !call.request.getDryRun();
      configureStack?.(call, answer);
    },
    configure: (call, answer) => {
      const problem = weakeningOf(policies(), levelsIn(call.request));
      if (problem === undefined) {
        configure?.(call, answer);
        prove(engine, env);
        return;
      }
      withdraw(env);
      answer(new Error(problem));
    },
  });
  const { prototype } = grpc.Server;
  const add: unknown = Reflect.get(prototype, "addService");
  if (typeof add !== "function")
    throw new Error("This version of @grpc/grpc-js is not supported. Install the one in package.json");
  prototype.addService = function (service, handlers) {
    Reflect.apply(add, this, [service, handlers.configure ? watched(handlers) : handlers]);
  };
  return { isUpdate: () => isUpdate };
}

function levelsIn(request: Requests["configure"]): ReadonlyMap<string, Level> {
  const entries = [...request.getPolicyconfigMap().entries()];
  return new Map(entries.map(([name, config]) => [name, LEVELS[config.getEnforcementlevel()] ?? "disabled"]));
}

/** The copies that the SDK itself serves with. */
function protocolOfSdk() {
  const load: (name: string) => unknown = createRequire(require.resolve("@pulumi/policy"));
  const grpc = load("@grpc/grpc-js");
  const messages = load("@pulumi/pulumi/proto/analyzer_pb");
  if (!isGrpc(grpc) || !hasHandshake(messages))
    throw new Error("This version of @pulumi/policy is not supported. Install the one in the pack's package.json");
  return { grpc, HandshakeReply: messages.AnalyzerHandshakeResponse };
}

function isGrpc(loaded: unknown): loaded is Grpc {
  return typeof loaded === "object" && loaded !== null && "Server" in loaded;
}

function hasHandshake(loaded: unknown): loaded is { readonly AnalyzerHandshakeResponse: new () => unknown } {
  return typeof loaded === "object" && loaded !== null && "AnalyzerHandshakeResponse" in loaded;
}
