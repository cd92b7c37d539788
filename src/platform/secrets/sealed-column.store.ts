import { type Client, escapeIdentifier } from 'pg';
import type { Secrets } from './secrets.ts';

/** A column of a firm's table in which secrets lie sealed. */
export type SealedColumn = {
  table: string;
  /** Whole numbers that name a row. */
  id: readonly string[];
  column: string;
  /** What a row's secret is sealed for. */
  about(id: readonly number[]): string;
  /** What stands in a row once its secret can't be opened any more. */
  lost: Readonly<Record<string, string | boolean | null>>;
};

/**
 * Seals what the old key opens with the new one, as the owner of the tables, in the transaction that takes the new key.
 * Refuses where one doesn't open, and so changes nothing.
 */
export async function sealColumnAnew(owner: Client, sealed: SealedColumn, from: Secrets, to: Secrets): Promise<void> {
  const [table, column] = [sealed.table, sealed.column].map(escapeIdentifier);
  const id = sealed.id.map(escapeIdentifier);
  const { rows } = await owner.query<Record<string, string>>(
    `select ${id.join(', ')}, ${column} from ${table} where ${column} is not null for update`,
  );
  for (const row of rows) {
    const numbers = sealed.id.map((name) => Number(row[name]));
    const about = sealed.about(numbers);
    const again = to.seal(from.unseal(row[sealed.column]!, about), about);
    const mine = id.map((name, i) => `${name} = $${i + 2}`).join(' and ');
    await owner.query(`update ${table} set ${column} = $1 where ${mine}`, [again, ...numbers]);
  }
}

/** The old key is lost: what nobody can open any more goes, so that it can be entered again. */
export async function clearSealedColumn(owner: Client, { table, column, lost }: SealedColumn): Promise<void> {
  const set = Object.keys(lost).map((name, i) => `${escapeIdentifier(name)} = $${i + 1}`);
  await owner.query(
    `update ${escapeIdentifier(table)} set ${set.join(', ')} where ${escapeIdentifier(column)} is not null`,
    Object.values(lost),
  );
}
