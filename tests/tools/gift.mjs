// Reads a Moodle GIFT file with a parser that is not ours and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parse } = createRequire(import.meta.url)("gift-pegjs");
console.log(JSON.stringify(parse(readFileSync(process.argv[2], "utf8"))));
