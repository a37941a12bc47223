import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "./pages";

/** `npm run docs`: writes the generated pages. */
export function main(): Promise<number> {
  for (const [file, text] of Object.entries(generatedPages())) {
    writeFileSync(join(__dirname, "..", "..", file), text);
    console.log(file);
  }
  return Promise.resolve(0);
}
