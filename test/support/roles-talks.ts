import type { PersonKey } from './roles-firm.ts';

type One = (text: string, values: unknown[]) => Promise<number>;

/** No ciphertext of anybody, only its form. */
const SEALED = `-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n-----END AGE ENCRYPTED FILE-----\n`;

/** 1:1s of Tom with Lea and of Una with Max: held once, planned once, with a topic, a note to both, and the member's keys. */
export async function addTalks(
  one: One,
  people: Record<PersonKey, number>,
): Promise<{ tom: number; una: number; tomNext: number }> {
  const between = async (member: number, lead: number, mark: string) => {
    const pairId = await one(
      `insert into one_on_one (org_id, member_id, lead_id, zone, began_on)
       values ($1, $2, $3, 'Europe/Berlin', '2026-01-01') returning pair_id`,
      [member, lead],
    );
    const meeting = `insert into meeting (org_id, pair_id, at, state) values ($1, $2, $3, $4) returning meeting_id`;
    await one(meeting, [pairId, '2026-02-03T09:00:00Z', 'held']);
    const next = await one(meeting, [pairId, '2026-02-17T09:00:00Z', 'planned']);
    await one(
      `insert into agenda_item (org_id, pair_id, author_id, kind, text, created_at)
       values ($1, $2, $3, 'topic', $4, '2026-02-01') returning item_id`,
      [pairId, member, `A topic of ${mark}`],
    );
    await one(
      `insert into private_note (org_id, pair_id, author_id, readers, body, written_at)
       values ($1, $2, $3, array[$3, $4]::bigint[], $5, '2026-02-03') returning note_id`,
      [pairId, member, lead, SEALED],
    );
    await one(
      `insert into note_recipient (org_id, person_id, recipient, made_at) values ($1, $2, $3, '2026-02-01') returning person_id`,
      [member, `age1${'q'.repeat(58)}`],
    );
    await one('insert into note_identity (org_id, person_id, sealed) values ($1, $2, $3) returning person_id', [
      member,
      SEALED,
    ]);
    return { pairId, next };
  };
  const tom = await between(people.tom, people.lea, 'Tom');
  const una = await between(people.una, people.max, 'una@roles.example');
  return { tom: tom.pairId, una: una.pairId, tomNext: tom.next };
}
