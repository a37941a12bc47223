#!/usr/bin/env node
// The Node.js language host of a Pulumi CLI that was built from Go modules: that build has none. It serves the documented
// LanguageRuntime protocol by starting the runners that the SDK itself ships. Set-up copies this file beside the CLI, so
// it depends on nothing but Node and the @pulumi/pulumi of the program it runs.
"use strict";

const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const path = require("node:path");

/** The SDK's runners exit with this code when they have already told the user what is wrong. */
const EXIT_ALREADY_REPORTED = 32;
const RUNNERS = { analyzer: "@pulumi/pulumi/cmd/run-policy-pack", resource: "@pulumi/pulumi/cmd/run-plugin" };

const fromProgram = createRequire(path.join(process.cwd(), "package.json"));
const fromSdk = createRequire(fromProgram.resolve("@pulumi/pulumi/package.json"));
const grpc = fromSdk("@grpc/grpc-js");
const { Empty } = fromSdk("google-protobuf/google/protobuf/empty_pb");
const sdk = (file) => fromSdk(`./proto/${file}`);
const language = sdk("language_pb");
const plugin = sdk("plugin_pb");
const { LanguageRuntimeService } = sdk("language_grpc_pb");

const engineAddress = process.argv.at(-1);
const children = new Set();
let bail = () => {};

/** Starts a runner of the SDK that the program in `directory` has installed. */
function startRunner(runner, directory, args, options) {
  const entry = createRequire(path.join(directory, "package.json")).resolve(runner);
  const child = spawn(process.execPath, [entry, ...args], options);
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

/** The runtime options of Pulumi.yaml, as the environment variables that the SDK's runners read. */
function runtimeEnvironment(info) {
  const options = info?.getOptions()?.toJavaScript() ?? {};
  const environment = { PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true) };
  if (options.tsconfig) environment.PULUMI_NODEJS_TSCONFIG_PATH = options.tsconfig;
  return environment;
}

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
  args.push(info?.getEntryPoint() ?? request.getProgram() ?? ".", ...request.getArgsList());

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
  const finish = (error, reported = false) => {
    response.setError(error);
    response.setBail(reported);
    reply(null, response);
  };
  child.on("error", (error) => finish(`The program could not be started: ${error.message}`));
  child.on("close", (code, signal) => {
    if (code === EXIT_ALREADY_REPORTED) finish("", true);
    else if (code === 0) finish("");
    else finish(`The program exited ${signal ? `on signal ${signal}` : `with code ${code}`}.`);
  });
}

function runPlugin(call) {
  const request = call.request;
  const info = request.getInfo();
  const directory = info?.getProgramDirectory() || request.getProgram() || request.getPwd();
  const runner = RUNNERS[request.getKind()] ?? RUNNERS.resource;
  const env = { ...Object.fromEntries(request.getEnvList().map(splitOnce)), ...runtimeEnvironment(info) };
  const args = [...request.getArgsList(), directory];
  // The pack's own folder: there the SDK reads the pack's version, whatever program it judges.
  const cwd = request.getKind() === "analyzer" ? directory : request.getPwd();
  const child = startRunner(runner, directory, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const send = (field, value) => {
    const response = new language.RunPluginResponse();
    response[`set${field}`](value);
    call.write(response);
  };
  child.stdout.on("data", (chunk) => send("Stdout", chunk));
  child.stderr.on("data", (chunk) => send("Stderr", chunk));
  child.on("error", (error) => call.destroy(error));
  child.on("close", (code) => {
    send("Exitcode", code ?? 1);
    call.end();
  });
  // Without this the engine waits half a minute for the policy pack after a failed update.
  call.on("cancelled", () => child.kill());
}

function splitOnce(pair) {
  const at = pair.indexOf("=");
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** Packages the program needs: each Pulumi package among its dependencies says so in its own package.json. */
function getRequiredPackages(call, reply) {
  const response = new language.GetRequiredPackagesResponse();
  for (const each of pulumiPackages(call.request.getInfo()?.getProgramDirectory() ?? process.cwd())) {
    const dependency = new plugin.PackageDependency();
    dependency.setName(each.name);
    dependency.setKind("resource");
    dependency.setVersion(each.version);
    if (each.server) dependency.setServer(each.server);
    response.addPackages(dependency);
  }
  reply(null, response);
}

function pulumiPackages(directory) {
  const load = createRequire(path.join(directory, "package.json"));
  const { dependencies = {} } = load("./package.json");
  return Object.keys(dependencies).flatMap((dependency) => {
    let manifest;
    try {
      manifest = load(`${dependency}/package.json`);
    } catch {
      return []; // Its package.json is not exported, so it is no Pulumi SDK.
    }
    const { resource, name, version, server } = manifest.pulumi ?? {};
    if (!resource) return [];
    return [{ name: name ?? path.basename(dependency), version: version ?? manifest.version, server }];
  });
}

function getProgramDependencies(call, reply) {
  const response = new language.GetProgramDependenciesResponse();
  const load = createRequire(path.join(call.request.getInfo()?.getProgramDirectory() ?? process.cwd(), "package.json"));
  const { dependencies = {}, devDependencies = {} } = load("./package.json");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    const dependency = new language.DependencyInfo();
    dependency.setName(name);
    dependency.setVersion(version);
    response.addDependencies(dependency);
  }
  reply(null, response);
}

function about(_call, reply) {
  const response = new language.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  reply(null, response);
}

function getPluginInfo(_call, reply) {
  const response = new plugin.PluginInfo();
  response.setVersion(fromSdk("./package.json").version);
  reply(null, response);
}

/** `npm ci` belongs to set-up, which has run before: the engine asks again before it starts a policy pack. */
function installDependencies(call) {
  call.end();
}

function cancel(_call, reply) {
  for (const child of children) child.kill();
  bail();
  reply(null, new Empty());
}

const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(LanguageRuntimeService, {
  handshake: (_call, reply) => reply(null, new language.LanguageHandshakeResponse()),
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
bail = () => server.tryShutdown(() => process.exit(0));
for (const signal of ["SIGTERM", "SIGINT"])
  process.on(signal, () => {
    for (const child of children) child.kill();
    process.exit(0);
  });
