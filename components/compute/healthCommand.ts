/** Exits with 0 when the container answers `path` over TLS with a 2xx; its certificate is its own, so not verified. */
export function pythonHealthCommand(port: number, path: string): readonly string[] {
  const script = [
    "import ssl, urllib.request as web",
    `web.urlopen('https://127.0.0.1:${port}${path}', timeout=4, context=ssl._create_unverified_context())`,
  ];
  return ["CMD", "python", "-c", script.join("; ")];
}
