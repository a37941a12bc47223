/** What a command says and how it ends, without a process of its own. */
export async function heard(main: (words: readonly string[]) => Promise<number>, words: readonly string[]) {
  const said = { stdout: "", stderr: "" };
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  const note = (stream: keyof typeof said) => (text: string) => (said[stream] += text).length > 0;
  console.log = (line: string) => note("stdout")(`${line}\n`);
  console.error = (line: string) => note("stderr")(`${line}\n`);
  process.stdout.write = note("stdout");
  try {
    return { status: await main(words), ...said };
  } finally {
    Object.assign(console, { log, error });
    process.stdout.write = write;
  }
}
