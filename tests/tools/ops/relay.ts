import { createServer, type IncomingMessage, type Server } from "node:http";

/** A request that went through, by its operation: `DescribeTasks`. */
export interface Relayed {
  readonly operation: string;
  readonly input: any;
}

/**
 * Stands between one service's clients and the emulator: passes everything on, remembers what was asked, and completes
 * answers (an object of a service that speaks JSON, the text of another) with what the emulator does not know, such as
 * the exit code of a container or how long a database takes.
 */
export function useRelay(service: string, complete: (operation: string, answer: any) => unknown): { asked: Relayed[] } {
  const variable = `AWS_ENDPOINT_URL_${service}`;
  const asked: Relayed[] = [];
  let server: Server | undefined;

  beforeEach((done) => {
    asked.length = 0;
    const emulator = process.env["AWS_ENDPOINT_URL"] ?? "";
    server = createServer((request, response) => {
      void (async () => {
        const body = await bodyOf(request);
        const target = request.headers["x-amz-target"];
        const isJson = target !== undefined;
        const input = isJson ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
        const operation = isJson ? String(target).replace(/^.*\./, "") : input.Action;
        asked.push({ operation, input });
        const headers = new Headers(request.headers as any);
        for (const own of ["host", "content-length", "connection"]) headers.delete(own);
        const answer = await fetch(`${emulator}${request.url}`, { method: "POST", headers, body });
        const text = await answer.text();
        const finished = async () =>
          isJson
            ? JSON.stringify(await complete(operation, JSON.parse(text)))
            : String(await complete(operation, text));
        const type = answer.headers.get("content-type") ?? "text/xml";
        response.writeHead(answer.status, { "content-type": type }).end(answer.ok ? await finished() : text);
      })();
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server?.address();
      if (address !== null && typeof address === "object") process.env[variable] = `http://127.0.0.1:${address.port}`;
      done();
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(process.env, variable);
    server?.close();
    server?.closeAllConnections();
  });
  return { asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
