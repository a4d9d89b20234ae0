// The peer that `make bench` measures against: Pyodide as it comes, and nothing else.
// @ts-expect-error the benchmark puts Pyodide's own files beside this one
import { loadPyodide } from "./pyodide.mjs";

await loadPyodide();
performance.mark("simulator:engine-ready");
