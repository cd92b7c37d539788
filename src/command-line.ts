import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { VerifyOptions } from './audit.ts';
import type { BackupOptions } from './backup.ts';
import { REFUSALS, Refusal } from './base/errors.ts';
import { isoOf, systemClock } from './base/time.ts';
import type { CoverOptions } from './cover.ts';
import type { ExportOptions } from './export.ts';
import type { GrowOptions } from './grow.ts';
import type { MentorsOptions } from './mentors.ts';
import type { NewKeyOptions } from './new-key.ts';
import { describeFailure } from './platform/http/failure.ts';
import type { RestoreOptions } from './restore.ts';
import type { ReviewOptions } from './review.ts';
import { withSecretFiles } from './settings.ts';
import type { SignInOptions } from './sign-in.ts';
import { Interrupted } from './terminal.ts';
import type { TodayOptions } from './today.ts';

/** After sysexits.h: the command was not given as it has to be. */
const USAGE = 64;
export const BROKEN = 70;
const NOT_WHOLE = 1;

/** In a file nobody can tell when a line was written; on a screen, and in the journal of systemd, the time is in the way. */
const isStamped = !process.stdout.isTTY && !process.env.JOURNAL_STREAM;
const sayWithTime = (line: string) => console.log(isStamped && line ? `${isoOf(systemClock())} ${line}` : line);

/** A number of people or of futures on the command line. */
function wholeNumber(text: string): number {
  const most = 100_000;
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError(`give a whole number from 1 to ${most.toLocaleString('en')}.`);
}

/** Read when a command runs, so that what is wrong with it is said like any other refusal. */
type Environment = () => NodeJS.ProcessEnv;

/** Follows a command; answers with its exit code. What it prints goes where this process prints. */
export async function runCommand(given: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  let code = 0;
  const program = describeCommands(
    () => withSecretFiles(environment),
    (other) => {
      code = other;
    },
  );
  try {
    await program.parseAsync(given.length > 0 ? given : ['start'], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** `end`: how a command ends that has done its work and has a different exit code for it. */
function describeCommands(environment: Environment, end: (code: number) => void): Command {
  const program = new Command('evenkeel')
    .description('Who should lead this helpdesk? Evidence and reasons.')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'Evenkeel does not understand: ')),
    });
  addStart(program, environment);
  addReviews(program, environment);
  addLooks(program, environment);
  addAudit(program, environment, end);
  addBackups(program, environment);
  return program;
}

function addStart(program: Command, environment: Environment): void {
  program
    .command('start')
    .description(
      'start on 127.0.0.1 (PORT, EVENKEEL_DATA, DATABASE_URL) and print the address that signs you in (what happens without a command)',
    )
    // Loaded on demand: a review needs no web server.
    .action(async () => (await import('./start.ts')).start(environment(), sayWithTime));

  program
    .command('sign-in')
    .description('print an address that signs you in once, within 15 minutes, because you hold this machine')
    .option('--as <address>', 'act in the name of the account with this address; it is written into the audit log')
    .action(async (options: SignInOptions) =>
      (await import('./sign-in.ts')).signIn(environment(), options, (line) => console.log(line)),
    );
}

function addReviews(program: Command, environment: Environment): void {
  program
    .command('review')
    .description(
      'print our advice for every seat: of these files, and nothing of them is kept; without files, of a firm that is kept here',
    )
    .option('--people <file>', 'people.csv: name, email, team, title, reports to …')
    .option('--tickets <file...>', 'tickets as CSV, in one file or several; the source is recognised by its header')
    .option('--ratings <file>', 'ratings.csv: rater, person, competency, level, date')
    .addOption(
      new Option('--date-order <order>', 'where the files leave it open').choices(['day-first', 'month-first']),
    )
    .option('--time-zone <zone>', 'of times that name none, e.g. America/Chicago (default: UTC)')
    .option('--column <field=column...>', 'which column of the tickets holds a field, e.g. opened="Created on"')
    .option('--keep <firm>', 'keep what the files bring in the firm of this name, a new one or one that is kept here')
    .option('--firm <name>', 'review the firm of this name that is kept here (default: the newest)')
    .option('--all', 'print every seat, however many there are')
    .option('--json', 'print {verdicts: [...]} for programs')
    .action(async (options: ReviewOptions) => (await import('./review.ts')).review(environment(), options));

  program
    .command('export')
    .description('write everything that is held about a person: one file for programs, one to read and print')
    .requiredOption('--person <name>', 'name or address, as the list of people has it')
    .requiredOption('--out <file>', 'where to; .json and .html are put behind it')
    .option('--firm <name>', 'of which firm (default: the newest)')
    .action(async (options: ExportOptions) =>
      (await import('./export.ts')).exportPerson(environment(), options, (line) => console.log(line)),
    );
}

const sampleOption = () =>
  new Option('--sample <name>', 'of a sample firm, made for this and thrown away').choices([
    'cove',
    'harbor',
    'northline',
  ]);

function addLooks(program: Command, environment: Environment): void {
  program
    .command('today')
    .description('print what a lead is told on a day: at most three cards')
    .requiredOption('--as <person>', 'name or address of the lead, as the list of people has it')
    .option('--on <day>', 'YYYY-MM-DD, today or a past day, as it would have been then (default: today)')
    .option('--firm <name>', 'of which firm (default: the newest; a sample where there is none)')
    .addOption(sampleOption())
    .option('--json', 'print {firm, as, day, kept, cards, note} for programs')
    .action(async (options: TodayOptions) =>
      (await import('./today.ts')).today(environment(), options, (text) => console.log(text)),
    );

  program
    .command('grow')
    .description('print who is needed to lead when, along a plan, and by when to begin growing them')
    .requiredOption(
      '--plan <file>',
      'plan.csv: month, endpoints, and if known clients, hours per endpoint, hires, leavers, budget',
    )
    .option('--firm <name>', 'of which firm that is kept here (default: the newest)')
    .option('--technicians <n>', 'of a firm of so many technicians that is not kept here', wholeNumber)
    .option('--leads <n>', 'of whom so many lead (default: as many as they need)', wholeNumber)
    .option('--founded <month>', 'when that firm began, e.g. 2014-05')
    .addOption(
      new Option('--policy <policy>', 'what to do when a lead is due')
        .choices(['grow-early', 'by-fit', 'top-closer', 'hire-outside'])
        .default('by-fit'),
    )
    .option('--runs <n>', 'so many simulated futures', wholeNumber, 10_000)
    .option('--json', 'print {firm, basis, headline, markers, needed, available, …} for programs')
    .action(async (options: GrowOptions) =>
      (await import('./grow.ts')).grow(environment(), options, (text) => console.log(text)),
    );

  program
    .command('mentors')
    .description('print who would be proposed as whose mentor, why, and what the second best would be; asks nobody')
    .option('--firm <name>', 'of which firm (default: the newest; a sample where there is none)')
    .addOption(sampleOption())
    .option('--json', 'print {firm, day, matches, without, pairs, …} for programs (docs/methods/mentoring.md)')
    .action(async (options: MentorsOptions) =>
      (await import('./mentors.ts')).mentors(environment(), options, (text) => console.log(text)),
    );

  program
    .command('cover')
    .description('print skills and clients against the people they need, the bus factor and the cheapest pairings')
    .option('--firm <name>', 'of which firm (default: the newest; a sample where there is none)')
    .addOption(sampleOption())
    .option('--json', 'print {firm, day, skills, busFactor, plan} for programs (docs/methods/cross-training.md)')
    .action(async (options: CoverOptions) =>
      (await import('./cover.ts')).cover(environment(), options, (text) => console.log(text)),
    );
}

function addAudit(program: Command, environment: Environment, end: (code: number) => void): void {
  const audit = program.command('audit').description('what was changed and who looked at whom');
  audit
    .command('verify')
    .description('check that no line of any audit log was changed, removed or put in; exit code 1 where one was')
    .option('--head <head...>', 'an earlier head, as this command printed it: is it still part of the log?')
    .option('--note-anew', 'forget the heads noted so far, as after putting back an older backup')
    .option('--json', 'print {whole, firms: [...]} for programs')
    .action(async (options: VerifyOptions) => {
      const { verifyAudit } = await import('./audit.ts');
      const whole = await verifyAudit(environment(), options, (text) => console.log(text));
      if (!whole) end(NOT_WHOLE);
    });
}

function addBackups(program: Command, environment: Environment): void {
  program
    .command('backup')
    .description(
      'write everything into one file, also while Evenkeel runs (default: evenkeel-backup-YYYY-MM-DD.evk, here)',
    )
    .argument('[file]', 'where to')
    .option(
      '--with-key',
      'put the key into the file too, for a move to another machine: whoever has the file then has everything',
    )
    .option('--force', 'write over a file that is there')
    .action(async (file: string | undefined, options: BackupOptions) =>
      (await import('./backup.ts')).backup(environment(), file, options),
    );

  program
    .command('restore')
    .description('bring back what a backup holds, all of it or nothing, into an install with nothing in it')
    .argument('<file>', 'a file that `evenkeel backup` has made')
    .option('--replace', 'in the place of what is here, of which a backup is written first, beside the file')
    .action(async (file: string, options: RestoreOptions) =>
      (await import('./restore.ts')).restore(environment(), file, options),
    );

  program
    .command('new-key')
    .description('go on with another key: the one that is here now; without the old one, what only that opens is lost')
    .option('--from <file>', 'the old key (or EVENKEEL_OLD_KEY): what it had sealed is sealed anew')
    .option('--yes', 'I know what is lost')
    .action(async (options: NewKeyOptions) => (await import('./new-key.ts')).acceptNewKey(environment(), options));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof Interrupted) return error.exitCode;
  if (error instanceof Refusal) {
    console.error(error.message);
    return REFUSALS[error.code].exit;
  }
  console.error(`Something went wrong on our side, and nothing was changed. ${describeFailure(error)}`);
  return BROKEN;
}
