import { defineConfig } from 'vitest/config';

const report = process.env.EVENKEEL_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    // Servers and browsers share the machine's cores: what is slow on a laptop must still pass on a busy one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
});
