import { Refusal } from './base/errors.ts';
import { configOf, keyPlaceOf } from './install.ts';
import { withOwner } from './platform/db/connect.ts';
import { markOf, readMarkAsOwner, replaceMark } from './platform/secrets/key-check.ts';
import { openKey, sayWhere } from './platform/secrets/key-file.ts';
import { createSecrets } from './platform/secrets/secrets.ts';

const LOST = [
  'Codes of apps (the second factor) have to be set up again; passwords and passkeys stay.',
  'The secrets of single sign-on have to be entered again.',
  'People who were erased are no longer recognised when a ticket system names them again.',
  'The audit log up to today can no longer be checked for changes.',
];

/** `evenkeel new-key`: the old key is lost for good, and the database goes on with the one that is here now. */
export async function acceptNewKey(environment: NodeJS.ProcessEnv, { yes }: { yes?: boolean }): Promise<void> {
  const config = configOf(environment);
  const place = keyPlaceOf(environment, config.dataFolder);
  await withOwner(config, async (client) => {
    const mark = await readMarkAsOwner(client);
    if (mark === undefined) {
      throw new Refusal('not-found', 'This database was never started with a key: start Evenkeel, and it makes one.');
    }
    if (!yes) {
      console.log(LOST.join('\n'));
      throw new Refusal('needs-answer', 'Nothing was changed: add --yes if the old key is lost for good.');
    }
    const secrets = createSecrets(await openKey(place));
    if (mark === markOf(secrets)) {
      console.log(`The key in ${sayWhere(place)} is the right one: nothing was changed.`);
      return;
    }
    await replaceMark(client, secrets);
    console.log(`This database goes on with the key in ${sayWhere(place)}.\n${LOST.join('\n')}`);
  });
}
