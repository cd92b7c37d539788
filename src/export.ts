import { writeFile } from 'node:fs/promises';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { exportAbout } from './capabilities/about/actions.ts';
import { findPersonByName } from './capabilities/about/store.ts';
import { type Install, openInstall } from './install.ts';
import { appendAudit } from './platform/audit/store.ts';
import { firmContext } from './platform/context.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { findFirm, refuseEmptyInstall } from './review-firms.ts';

/** What `evenkeel export` was given, as command-line.ts declares it. */
export type ExportOptions = { person: string; out: string; firm?: string };

/**
 * `evenkeel export`: writes everything that is held about a person into two files, one for programs and one to read and
 * print. It is written into the log, which the person reads.
 */
export async function exportPerson(
  environment: NodeJS.ProcessEnv,
  options: ExportOptions,
  say: (line: string) => void,
): Promise<void> {
  await refuseEmptyInstall(environment);
  const install = await openInstall(environment);
  try {
    const firm = await findFirm(install.database, options.firm);
    const files = await writeDown(install, firm, options.person);
    const base = options.out.replace(/\.(json|html?)$/i, '');
    for (const { format, text } of files) {
      const path = `${base}.${format}`;
      // Nobody else on this machine reads it.
      await writeFile(path, text, { mode: 0o600 }).catch((cause: unknown) => {
        throw new Refusal('cannot-read', `${path} can't be written: choose another --out.`, { file: path }, cause);
      });
      say(`${path} (${text.length.toLocaleString('en')} characters)`);
    }
    say('The export is in the audit log, and on the page About me of whom it is about.');
  } finally {
    await install.database.close();
  }
}

const FORMATS = ['json', 'html'] as const;

async function writeDown(
  { database, secrets }: Install,
  firm: { orgId: number; name: string },
  person: string,
): Promise<{ format: (typeof FORMATS)[number]; text: string }[]> {
  const { orgId } = firm;
  const scope = { orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
  return database.transact(scope, async (db) => {
    const personId = chosen(await findPersonByName(db, person), person, firm.name);
    const ctx = firmContext(db, scope, { now: systemClock, log: () => undefined, secrets });
    const files = [];
    for (const format of FORMATS) files.push({ format, text: (await exportAbout(ctx, { format, personId })).text });
    await appendAudit(db, secrets, scope, { action: 'exportAboutMe', people: [personId] }, systemClock());
    return files;
  });
}

function chosen(found: readonly number[], person: string, firmName: string): number {
  if (found.length === 1) return found[0]!;
  throw new Refusal(
    'not-found',
    found.length === 0
      ? `There is nobody called "${person}" in "${firmName}": give the name or address as the list of people has it, or --firm.`
      : `${found.length} people are called "${person}" in "${firmName}": give the address of the one you mean.`,
    { field: 'person' },
  );
}
