import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const report = process.env.EVENKEEL_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    // Most of a test's time it waits for a server, a browser or a disk: two more than there are cores keep them busy.
    maxWorkers: availableParallelism() + 2,
    // Servers and browsers share the machine's cores: what is slow on a laptop must still pass on a busy one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
});
