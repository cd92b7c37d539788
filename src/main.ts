import { Command } from 'commander';
import { REFUSALS, Refusal } from './base/errors.ts';
import { review } from './review.ts';
import { start } from './start.ts';

const log = (line: string) => console.log(line);

const program = new Command('evenkeel')
  .description('Who should lead this helpdesk? Evidence and reasons.')
  .showHelpAfterError();

program
  .command('start', { isDefault: true })
  .description('start on 127.0.0.1 (PORT, EVENKEEL_DATA, DATABASE_URL) and print the address that signs you in')
  .action(() => start(process.env, log));

program
  .command('review')
  .description('print our advice for every seat')
  .option('--people <file>', 'people.csv: name, email, team, title, reports to …')
  .option('--tickets <file>', 'tickets as CSV; the source is recognised by its header')
  .option('--ratings <file>', 'ratings.csv: rater, person, competency, level, date')
  .option('--date-order <order>', 'day-first or month-first, where the file leaves it open')
  .option('--keep <firm>', 'keep what the files bring in a firm of this name, instead of throwing it away')
  .option('--firm <name>', 'review a firm that is kept here (default: the newest)')
  .option('--json', 'print {verdicts: [...]} for programs')
  .action((options) => review(process.env, options));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Refusal) {
    console.error(error.message);
    process.exitCode = REFUSALS[error.code].exit;
  } else {
    console.error('Something went wrong on our side, and nothing was changed.', error);
    process.exitCode = 70;
  }
}
