import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Which of these programs are not on this computer's PATH. */
export function missingPrograms(names: readonly string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const isThere = (name: string) =>
    folders.some((folder) => [name, `${name}.exe`].some((file) => existsSync(join(folder, file))));
  return names.filter((name) => !isThere(name));
}

/** Runs a program in this terminal until it ends; answers its exit code. Ctrl-C ends the program, and not us before it. */
export function runProgram(name: string, words: readonly string[]): Promise<number> {
  const stay = () => undefined;
  process.on("SIGINT", stay);
  return new Promise<number>((resolve, reject) => {
    const child = spawn(name, [...words], { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  }).finally(() => {
    process.off("SIGINT", stay);
  });
}
