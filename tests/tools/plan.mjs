// Runs the planner of a run-sheet as the browser would, without a browser: data and choices in as JSON, sessions out.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [script, input] = process.argv.slice(2);
globalThis.window = globalThis;
runInThisContext(readFileSync(script, "utf8"));
const { data, choices } = JSON.parse(readFileSync(input, "utf8"));
const named = (parts) => parts.map((part) => `${part.lesson.name} ${part.kind} ${part.anchor}`);
const sessions = choices.map((choice) => {
  const made = globalThis.siteSessie.plan(data, choice);
  return {
    rows: made.rows.map((row) => [row.kind, row.start, row.minutes, named(row.parts)]),
    slack: made.slack,
    longest: made.longest,
    remarks: made.remarks,
    left: made.leftOut.map((lesson) => lesson.name),
    late: made.late.map((step) => [step.kind, step.places]),
    items: made.items,
  };
});
console.log(JSON.stringify(sessions));
