// Opens each page that is asked for on a line, {url, flags}, in a new browser, and answers with what Lighthouse says of it on a
// line. One process for all: starting Lighthouse takes longer than a look.
import { createInterface } from "node:readline";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...chromeFlags] = process.argv.slice(2);

async function look({ url, flags }) {
  const chrome = await launch({ chromePath, chromeFlags });
  try {
    const { lhr } = await lighthouse(url, { ...flags, port: chrome.port, logLevel: "error" });
    return { categories: lhr.categories, audits: lhr.audits };
  } catch (error) {
    return { error: String(error) };
  } finally {
    chrome.kill();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await look(JSON.parse(line))) + "\n");
}
