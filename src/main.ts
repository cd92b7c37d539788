import { BROKEN, runCommand } from './command-line.ts';

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : BROKEN));

process.exitCode = await runCommand(process.argv.slice(2), process.env);
