import { Command, CommanderError, Option } from 'commander';
import { REFUSALS, Refusal } from './base/errors.ts';
import type { ReviewOptions } from './review.ts';
import { Interrupted } from './terminal.ts';

/** After sysexits.h: the command was not given as it has to be. */
const USAGE = 64;
const BROKEN = 70;

const program = new Command('evenkeel')
  .description('Who should lead this helpdesk? Evidence and reasons.')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Evenkeel does not understand: ')) });

program
  .command('start')
  .description(
    'start on 127.0.0.1 (PORT, EVENKEEL_DATA, DATABASE_URL) and print the address that signs you in (what happens without a command)',
  )
  // Loaded on demand: a review needs no web server.
  .action(async () => (await import('./start.ts')).start(process.env, (line) => console.log(line)));

program
  .command('review')
  .description(
    'print our advice for every seat: of these files, and nothing of them is kept; without files, of a firm that is kept here',
  )
  .option('--people <file>', 'people.csv: name, email, team, title, reports to …')
  .option('--tickets <file...>', 'tickets as CSV, in one file or several; the source is recognised by its header')
  .option('--ratings <file>', 'ratings.csv: rater, person, competency, level, date')
  .addOption(new Option('--date-order <order>', 'where the files leave it open').choices(['day-first', 'month-first']))
  .option('--time-zone <zone>', 'of times that name none, e.g. America/Chicago (default: UTC)')
  .option('--column <field=column...>', 'which column of the tickets holds a field, e.g. opened="Created on"')
  .option('--keep <firm>', 'keep what the files bring in the firm of this name, a new one or one that is kept here')
  .option('--firm <name>', 'review the firm of this name that is kept here (default: the newest)')
  .option('--all', 'print every seat, however many there are')
  .option('--json', 'print {verdicts: [...]} for programs')
  .action(async (options: ReviewOptions) => (await import('./review.ts')).review(process.env, options));

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : BROKEN));

const given = process.argv.slice(2);
try {
  await program.parseAsync(given.length > 0 ? given : ['start'], { from: 'user' });
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof Interrupted) return error.exitCode;
  if (error instanceof Refusal) {
    console.error(error.message);
    return REFUSALS[error.code].exit;
  }
  console.error('Something went wrong on our side, and nothing was changed.', error);
  return BROKEN;
}
