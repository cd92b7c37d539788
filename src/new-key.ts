import type { Client } from 'pg';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { configOf, keyPlaceOf } from './install.ts';
import { beginUnderNewKey } from './platform/audit/new-key.store.ts';
import { withOwner } from './platform/db/connect.ts';
import { markOf, readMarkAsOwner, replaceMark } from './platform/secrets/key-check.ts';
import { openKey, readOldKey, sayWhere } from './platform/secrets/key-file.ts';
import { clearSealedColumn, sealColumnAnew } from './platform/secrets/sealed-column.store.ts';
import { createSecrets, type Secrets } from './platform/secrets/secrets.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { clearSealed, sealAnew } from './platform/sign-in/seal-anew.store.ts';
import { SEALED_ADDRESS } from './records/delivery/types.ts';

/** What `evenkeel new-key` was given, as command-line.ts declares it. */
export type NewKeyOptions = { yes?: boolean; from?: string };

/** What goes with the old key also where it is still there: of these only its hashes are kept. */
const ALWAYS_LOST = [
  'Recovery codes are no longer good: whoever has codes of an app turns them off and on again for new ones.',
  'People who were erased are no longer recognised when a ticket system names them again.',
  'The lines of the audit log up to now can no longer be checked one by one, only that none is missing.',
];
const LOST = [
  'Codes of apps (the second factor) have to be set up again; passwords and passkeys stay.',
  'The secrets of single sign-on have to be entered again.',
  'Addresses of webhooks for the morning message have to be entered again; until then it doesn’t come.',
  ...ALWAYS_LOST.slice(1),
];

/**
 * `evenkeel new-key`: the database goes on with the key that is here now. With the old one (`--from`, EVENKEEL_OLD_KEY) what
 * it had sealed is sealed anew; without it, it is lost for good. While Evenkeel is stopped.
 */
export async function acceptNewKey(environment: NodeJS.ProcessEnv, { yes, from }: NewKeyOptions): Promise<void> {
  const config = configOf(environment);
  const place = keyPlaceOf(environment, config.dataFolder);
  const oldKey = await readOldKey({ given: environment.EVENKEEL_OLD_KEY || undefined, file: from });
  const old = oldKey && createSecrets(oldKey);
  const lost = old ? ALWAYS_LOST : LOST;
  await withOwner(config, async (client) => {
    const mark = await readMarkAsOwner(client);
    if (mark === undefined) {
      throw new Refusal('not-found', 'This database was never started with a key: start Evenkeel, and it makes one.');
    }
    if (old && mark !== markOf(old))
      throw new Refusal('bad-input', 'The old key that was given is not the one that this database was kept with.', {
        field: 'from',
      });
    if (!yes) {
      console.log(lost.join('\n'));
      throw new Refusal('needs-answer', `Nothing was changed: add --yes if ${old ? 'this is meant' : SAY_LOST}.`);
    }
    const secrets = createSecrets(await openKey(place));
    if (mark === markOf(secrets)) {
      console.log(`The key in ${sayWhere(place)} is the right one: nothing was changed.`);
      return;
    }
    await replaceMark(client, secrets, (owner) => carryOver(owner, old, secrets));
    console.log(`This database goes on with the key in ${sayWhere(place)}.\n${lost.join('\n')}`);
  });
}

const SAY_LOST = 'the old key is lost for good (if it is not, --from names its file)';

async function carryOver(owner: Client, old: Secrets | undefined, secrets: Secrets): Promise<void> {
  if (old) {
    await sealAnew(owner, old, secrets);
    await sealColumnAnew(owner, SEALED_ADDRESS, old, secrets);
  } else {
    await clearSealed(owner);
    await clearSealedColumn(owner, SEALED_ADDRESS);
  }
  await beginUnderNewKey(owner, secrets, SERVER_HOLDER, systemClock());
}
