#!/usr/bin/env node
// The Node.js language host of a Pulumi CLI that was built from Go modules: that build has none. It serves the documented
// LanguageRuntime protocol by starting the runners that the SDK itself ships. Set-up copies this file beside the CLI, so
// it depends on nothing but Node and the @pulumi/pulumi of the program it runs.
"use strict";

/** @import { SpawnOptions } from "node:child_process" */
/** @import { sendUnaryData, ServerUnaryCall, ServerWritableStream } from "@grpc/grpc-js" */
/** @import * as languageTypes from "@pulumi/pulumi/proto/language_pb" */

const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const path = require("node:path");

/** The SDK's runners exit with this code when they have already told the user what is wrong. */
const EXIT_ALREADY_REPORTED = 32;
/** @type {Readonly<Record<string, string>>} */
const RUNNERS = { analyzer: "@pulumi/pulumi/cmd/run-policy-pack" };
const PLUGIN_RUNNER = "@pulumi/pulumi/cmd/run-plugin";

const fromProgram = createRequire(path.join(process.cwd(), "package.json"));
const fromSdk = createRequire(fromProgram.resolve("@pulumi/pulumi/package.json"));
/** @type {typeof import("@grpc/grpc-js")} */
const grpc = fromSdk("@grpc/grpc-js");
/** @type {typeof import("google-protobuf/google/protobuf/empty_pb")} */
const { Empty } = fromSdk("google-protobuf/google/protobuf/empty_pb");
/** @type {typeof import("@pulumi/pulumi/proto/language_pb")} */
const language = fromSdk("./proto/language_pb");
/** @type {typeof import("@pulumi/pulumi/proto/plugin_pb")} */
const plugin = fromSdk("./proto/plugin_pb");
/** @type {typeof import("@pulumi/pulumi/proto/language_grpc_pb")} */
const { LanguageRuntimeService } = fromSdk("./proto/language_grpc_pb");
/** @type {{ version: string }} */
const { version } = fromSdk("./package.json");

const engineAddress = process.argv.at(-1);
/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * @template Request, Response
 * @typedef {ServerUnaryCall<Request, Response>} Call
 */
/**
 * @template Response
 * @typedef {sendUnaryData<Response>} Reply
 */
/** @typedef {import("google-protobuf/google/protobuf/empty_pb").Empty} Nothing */
/**
 * @typedef {object} Manifest What a package says of itself and of what it needs.
 * @property {string} version
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {{ resource?: boolean, name?: string, version?: string, server?: string }} [pulumi]
 */

/**
 * Starts a runner of the SDK that the program in `directory` has installed.
 * @param {string} runner
 * @param {string} directory
 * @param {readonly string[]} args
 * @param {SpawnOptions} options
 */
function startRunner(runner, directory, args, options) {
  const entry = createRequire(path.join(directory, "package.json")).resolve(runner);
  const child = spawn(process.execPath, [entry, ...args], options);
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

/**
 * The runtime options of Pulumi.yaml, as the environment variables that the SDK's runners read.
 * @param {languageTypes.ProgramInfo | undefined} info
 */
function runtimeEnvironment(info) {
  const { typescript, tsconfig } = info?.getOptions()?.toJavaScript() ?? {};
  return {
    PULUMI_NODEJS_TYPESCRIPT: typescript === false || typescript === "false" ? "false" : "true",
    ...(typeof tsconfig === "string" && tsconfig !== "" && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}

/**
 * @param {Call<languageTypes.RunRequest, languageTypes.RunResponse>} call
 * @param {Reply<languageTypes.RunResponse>} reply
 */
function run(call, reply) {
  const request = call.request;
  const info = request.getInfo();
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info?.getRootDirectory(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
  };
  const args = Object.entries(flags).flatMap(([flag, value]) => (value ? [`--${flag}`, value] : []));
  if (request.getDryrun()) args.push("--dry-run");
  args.push(info?.getEntryPoint() ?? request.getProgram(), ...request.getArgsList());

  const env = {
    ...process.env,
    ...runtimeEnvironment(info),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().getEntryList())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
  };
  const directory = info?.getProgramDirectory() ?? request.getPwd();
  const child = startRunner("@pulumi/pulumi/cmd/run", directory, args, {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const response = new language.RunResponse();
  const finish = (/** @type {string} */ error, reported = false) => {
    response.setError(error);
    response.setBail(reported);
    reply(null, response);
  };
  child.on("error", (error) => {
    finish(`The program could not be started: ${error.message}`);
  });
  child.on("close", (code, signal) => {
    if (code === EXIT_ALREADY_REPORTED) finish("", true);
    else if (code === 0) finish("");
    else finish(`The program exited ${signal === null ? `with code ${String(code)}` : `on signal ${signal}`}.`);
  });
}

/** @param {ServerWritableStream<languageTypes.RunPluginRequest, languageTypes.RunPluginResponse>} call */
function runPlugin(call) {
  const request = call.request;
  const info = request.getInfo();
  const named = [info?.getProgramDirectory(), request.getProgram()].find(
    (folder) => folder !== undefined && folder !== "",
  );
  const directory = named ?? request.getPwd();
  const runner = RUNNERS[request.getKind()] ?? PLUGIN_RUNNER;
  const env = { ...Object.fromEntries(request.getEnvList().map(splitOnce)), ...runtimeEnvironment(info) };
  const args = [...request.getArgsList(), directory];
  // The pack's own folder: there the SDK reads the pack's version, whatever program it judges.
  const cwd = request.getKind() === "analyzer" ? directory : request.getPwd();
  const child = startRunner(runner, directory, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout?.on("data", (/** @type {Buffer} */ chunk) =>
    call.write(new language.RunPluginResponse().setStdout(chunk)),
  );
  child.stderr?.on("data", (/** @type {Buffer} */ chunk) =>
    call.write(new language.RunPluginResponse().setStderr(chunk)),
  );
  child.on("error", (error) => call.destroy(error));
  child.on("close", (code) => {
    call.write(new language.RunPluginResponse().setExitcode(code ?? 1));
    call.end();
  });
  // Without this the engine waits half a minute for the policy pack after a failed update.
  call.on("cancelled", () => child.kill());
}

/** @param {string} pair */
function splitOnce(pair) {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/**
 * Packages the program needs: each Pulumi package among its dependencies says so in its own package.json.
 * @param {Call<languageTypes.GetRequiredPackagesRequest, languageTypes.GetRequiredPackagesResponse>} call
 * @param {Reply<languageTypes.GetRequiredPackagesResponse>} reply
 */
function getRequiredPackages(call, reply) {
  const response = new language.GetRequiredPackagesResponse();
  for (const each of pulumiPackages(call.request.getInfo()?.getProgramDirectory() ?? process.cwd())) {
    const dependency = new plugin.PackageDependency();
    dependency.setName(each.name);
    dependency.setKind("resource");
    dependency.setVersion(each.version);
    if (each.server !== undefined) dependency.setServer(each.server);
    response.addPackages(dependency);
  }
  reply(null, response);
}

/** @param {string} directory */
function pulumiPackages(directory) {
  const load = createRequire(path.join(directory, "package.json"));
  /** @type {Manifest} */
  const { dependencies = {} } = load("./package.json");
  return Object.keys(dependencies).flatMap((dependency) => {
    /** @type {Manifest} */
    let manifest;
    try {
      manifest = load(`${dependency}/package.json`);
    } catch {
      return []; // Its package.json is not exported, so it is no Pulumi SDK.
    }
    const { resource, name, version: own, server } = manifest.pulumi ?? {};
    if (resource !== true) return [];
    return [{ name: name ?? path.basename(dependency), version: own ?? manifest.version, server }];
  });
}

/**
 * @param {Call<languageTypes.GetProgramDependenciesRequest, languageTypes.GetProgramDependenciesResponse>} call
 * @param {Reply<languageTypes.GetProgramDependenciesResponse>} reply
 */
function getProgramDependencies(call, reply) {
  const response = new language.GetProgramDependenciesResponse();
  const load = createRequire(path.join(call.request.getInfo()?.getProgramDirectory() ?? process.cwd(), "package.json"));
  /** @type {Manifest} */
  const { dependencies = {}, devDependencies = {} } = load("./package.json");
  for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
    const dependency = new language.DependencyInfo();
    dependency.setName(name);
    dependency.setVersion(wanted);
    response.addDependencies(dependency);
  }
  reply(null, response);
}

/**
 * @param {Call<languageTypes.LanguageHandshakeRequest, languageTypes.LanguageHandshakeResponse>} _call
 * @param {Reply<languageTypes.LanguageHandshakeResponse>} reply
 */
function handshake(_call, reply) {
  reply(null, new language.LanguageHandshakeResponse());
}

/**
 * @param {Call<languageTypes.AboutRequest, languageTypes.AboutResponse>} _call
 * @param {Reply<languageTypes.AboutResponse>} reply
 */
function about(_call, reply) {
  const response = new language.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  reply(null, response);
}

/**
 * @param {Call<Nothing, import("@pulumi/pulumi/proto/plugin_pb").PluginInfo>} _call
 * @param {Reply<import("@pulumi/pulumi/proto/plugin_pb").PluginInfo>} reply
 */
function getPluginInfo(_call, reply) {
  const response = new plugin.PluginInfo();
  response.setVersion(version);
  reply(null, response);
}

/**
 * `npm ci` belongs to set-up, which has run before: the engine asks again before it starts a policy pack.
 * @param {ServerWritableStream<languageTypes.InstallDependenciesRequest, languageTypes.InstallDependenciesResponse>} call
 */
function installDependencies(call) {
  call.end();
}

/**
 * @param {Call<Nothing, Nothing>} _call
 * @param {Reply<Nothing>} reply
 */
function cancel(_call, reply) {
  for (const child of children) child.kill();
  server.tryShutdown(() => process.exit(0));
  reply(null, new Empty());
}

const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(LanguageRuntimeService, {
  handshake,
  getRequiredPackages,
  getProgramDependencies,
  getPluginInfo,
  installDependencies,
  about,
  run,
  runPlugin,
  cancel,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
// Killed, the engine can say nothing to its plugins, and this one would go on for ever, with what it started.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid === parent) return;
  for (const child of children) child.kill("SIGKILL");
  process.exit(1);
}, 500).unref();
for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, () => {
    for (const child of children) child.kill();
    process.exit(0);
  });
