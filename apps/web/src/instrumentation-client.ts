/**
 * Before any page's code runs: zod compiles its checks by `new Function` and finds out by trying whether it may. Our
 * policy forbids it, and the browser reports the attempt as a violation.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
