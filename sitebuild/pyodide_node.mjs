// Runs Pyodide for sitebuild/pyodide.py: a line of JSON in, a line of JSON out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";

import { loadPyodide } from "pyodide";

const core = dirname(createRequire(import.meta.url).resolve("pyodide"));
const archive = resolve(process.argv[2]);
const { info } = JSON.parse(readFileSync(`${core}/pyodide-lock.json`, "utf-8"));

/** @param {object} answer */
const send = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

const pyodide = await loadPyodide({
  indexURL: core,
  stdLibURL: archive,
  lockFileContents: { info, packages: {} },
  packageBaseUrl: core,
  stdout: (/** @type {string} */ line) => process.stderr.write(`${line}\n`),
});

if (process.argv[3]) {
  pyodide.FS.writeFile("/lib/extra.zip", new Uint8Array(readFileSync(process.argv[3])));
  pyodide.runPython("import sys; sys.path.append('/lib/extra.zip')");
}

/** @type {(text: string) => string} */
let handle;

/** @type {Record<string, (message: Record<string, string>) => unknown>} */
const actions = {
  run: ({ code }) => {
    const globals = pyodide.toPy({ __name__: "__main__" });
    const value = pyodide.runPython(code, { globals });
    globals.destroy();
    return value ?? "";
  },
  connect: ({ setup }) => {
    handle = pyodide.pyimport("funnel.bridge").connect(setup);
    return "";
  },
  request: ({ text }) => handle(text),
};

send({ value: "" });
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  try {
    send({ value: String(actions[message.kind](message)) });
  } catch (problem) {
    send({ problem: String(problem) });
  }
}
