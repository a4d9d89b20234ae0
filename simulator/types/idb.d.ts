// In a build `idb.js` lies beside page/ and worker/; this is where the type checker finds it.
export * from "idb";
