// Our own library and engine in Pyodide, for what `make bench` asks of Python itself in a browser.
// @ts-expect-error the benchmark puts Pyodide's own files beside this one
import { loadPyodide } from "./pyodide.mjs";

const pyodide = await loadPyodide({ stdLibURL: "./python.zip" });

Object.assign(globalThis, {
  /** Runs Python; the text of its last expression. @param {string} code @param {Record<string, unknown>} names */
  python: (code, names) => {
    const globals = pyodide.toPy({ __name__: "__main__", ...names });
    const value = pyodide.runPython(code, { globals });
    globals.destroy();
    return String(value);
  },
  /** Bytes of memory that Python has taken from the browser; it never gives any back. */
  memory: () => pyodide._module.HEAP8.length,
});
performance.mark("simulator:engine-ready");
