import { defineConfig } from 'vitest/config'

/** One config for every package: a suite is the end of a file's name. No retries, real services. */
const slow = { testTimeout: 60_000, hookTimeout: 180_000 }
/** Processes, a broker, groups that wait for each other, whole stories: beside a build on two cores they take their time. */
const slower = { ...slow, testTimeout: 180_000 }
/** Our modules keep no state between files: loading them once a process is half of the work. */
const once = { isolate: false }
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      { test: { name: 'unit', include: ['src/**/*.unit.test.{ts,tsx}'], pool: 'threads', ...once, ...slow } },
      { test: { name: 'int', include: ['src/**/*.int.test.ts'], pool: 'forks', ...once, ...slow } },
      {
        test: {
          // Each file has places, topics, groups and a database of its own, and mostly waits.
          ...{ name: 'stream', include: ['src/**/*.stream.test.ts'], pool: 'forks', maxWorkers: 2 },
          ...once,
          ...slower,
        },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], pool: 'forks', fileParallelism: false, ...slower } },
    ],
  },
})
