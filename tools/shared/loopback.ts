const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/**
 * Engine, program, policies and providers are processes of this machine that call each other. A proxy for the internet would be
 * asked for those calls as well, and cannot make them.
 */
export function loopbackPastProxies(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // The engine reads the one in capitals first and Node's gRPC the other, so both have to say what either said.
  const written = `${env["no_proxy"] ?? ""},${env["NO_PROXY"] ?? ""}`.split(",").map((each) => each.trim());
  const all = [...new Set([...written, ...LOOPBACK])].filter((each) => each !== "").join(",");
  const own = env["no_grpc_proxy"];
  return {
    no_proxy: all,
    NO_PROXY: all,
    ...(own !== undefined && { no_grpc_proxy: [own, ...LOOPBACK].join(",") }),
  };
}
