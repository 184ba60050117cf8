/**
 * Flags of Node with which production starts the web and the worker (infra/images/Dockerfile, compared in a test), and
 * so `npm start` and the measurements. In MB; what each bought: docs/adr, 11 for the worker, 39 for the web.
 */
export const WEB_FLAGS: readonly string[] = [
  '--max-old-space-size=768', // what it remembers fits
  '--max-semi-space-size=16', // as Node 20 has it; Node 24 alone would take 95 MB more and wait longer for its collector
]

export const WORKER_FLAGS: readonly string[] = [
  '--max-old-space-size=192', // a backlog fits
  '--heap-growing-percent=150', // the larger a heap may grow, the less often it is searched for what is dead
  '--max-semi-space-size=8', // more is memory, not speed; what Node 24 would take alone fills the old space's limit
]
