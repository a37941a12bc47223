/** An ordinary Python image for both architectures; Amazon ECR Public needs no login. */
const IMAGE = "public.ecr.aws/docker/library/python:3.13-slim";

const SERVER = `
import http.server, ssl, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == sys.argv[2] else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()
    do_HEAD = do_POST = do_GET
server = http.server.ThreadingHTTPServer(("", int(sys.argv[1])), Answer)
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain("/tmp/cert.pem", "/tmp/key.pem")
server.socket = tls.wrap_socket(server.socket, server_side=True)
server.serve_forever()
`;

/**
 * What a FargateService runs until the first build is pushed: answers the health check over TLS and nothing else, so
 * that the first `up` ends with a healthy service. Spread it into the service's arguments.
 */
export function bootstrapContainer(port = 8443, healthPath = "/health"): { image: string; command: readonly string[] } {
  const certificate = "openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=bootstrap";
  const start = `${certificate} -keyout /tmp/key.pem -out /tmp/cert.pem && exec python -c "$0" "$@"`;
  return { image: IMAGE, command: ["sh", "-c", start, SERVER, String(port), healthPath] };
}
