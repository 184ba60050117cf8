import { defineConfig } from 'vitest/config'

/** One config for every package: a suite is the end of a file's name. No retries, real services. */
const slow = { testTimeout: 60_000, hookTimeout: 180_000 }
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      // Pure code keeps no state between files: loading it once a thread halves the time.
      { test: { name: 'unit', include: ['src/**/*.unit.test.{ts,tsx}'], pool: 'threads', isolate: false, ...slow } },
      { test: { name: 'int', include: ['src/**/*.int.test.ts'], pool: 'forks', ...slow } },
      {
        test: { name: 'stream', include: ['src/**/*.stream.test.ts'], pool: 'forks', fileParallelism: false, ...slow },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], pool: 'forks', fileParallelism: false, ...slow } },
    ],
  },
})
