import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { chooseQuickFolder } from './test/support/quick-folder.ts';

// What tests start as processes of their own is compiled once, not at every start.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), `evenkeel-compiled-${userInfo().username}`);
process.env.EVENKEEL_TEST_FOLDER ??= chooseQuickFolder();
const report = process.env.EVENKEEL_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bin/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    // A file changes nothing that another one of the same worker reads; a worker for each would be a fifth of all the work.
    isolate: false,
    // Most of a test's time it waits for a server, a browser or a disk: two more than there are cores keep them busy.
    maxWorkers: availableParallelism() + 2,
    // Servers and browsers share the machine's cores: what is slow on a laptop must still pass on a busy one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: report ? ['default', 'json'] : ['default'],
    ...(report && { outputFile: { json: report } }),
  },
});
