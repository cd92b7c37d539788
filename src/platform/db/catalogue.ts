import { type Client, escapeIdentifier } from 'pg';

/** A table as PostgreSQL's catalogue names it. */
export type Table = {
  /** `public.person`; also the key of everything that is said about it. */
  name: string;
  /** In their order, without those that the database works out itself. */
  columns: string[];
};

/** How far a sequence has come. */
export type Sequence = { name: string; last: string; called: boolean };

/** Which schemas are the product's: all but PostgreSQL's, an extension's and `install`, which belongs to one server. */
const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'install')
  and not exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')`;
/** Nothing that an extension or, in a shared database, somebody else has put there. */
const ownedBy = (catalogue: string, oid: string, owner: string) =>
  `pg_has_role(current_user, ${owner}, 'member')
  and not exists (select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;
const OUR_RELATION = `${OURS} and c.relpersistence <> 't' and ${ownedBy('pg_class', 'c.oid', 'c.relowner')}`;

/** Every table there is, so that one that is added later can't be forgotten. Sorted by name. */
export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, coalesce(array_agg(a.attname::text order by a.attnum)
      filter (where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and ${OUR_RELATION}
    group by 1 order by 1`);
  return rows;
}

/** Where the numbers go on. Read after the snapshot has begun, a sequence is never behind a row of it. */
export async function readSequences(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OUR_RELATION} order by 1`);
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as last, is_called as called from ${quoteName(name)}`,
    );
    sequences.push({ name, ...state[0]! });
  }
  return sequences;
}

/** A reference between tables, and the words that make it again. */
export type ForeignKey = { table: string; name: string; definition: string };

export async function readForeignKeys(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OUR_RELATION} order by 1, 2`);
  return rows;
}

/** An index that belongs to no constraint, and the words that make it again. */
export type Index = { name: string; definition: string };

export async function readIndexes(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    select n.nspname || '.' || c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('i', 'I') and not c.relispartition and ${OUR_RELATION}
      and not exists (select from pg_constraint k where k.conindid = c.oid and k.contype <> 'f') order by 1`);
  return rows;
}

/** Takes away everything that migrations have made, in the running transaction. */
export async function dropEverything(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop %s if exists %I.%I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'S' then 'sequence' else 'table' end, n.nspname, c.relname) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${OUR_RELATION}
      -- a sequence or partition that belongs to a table goes with it
      and not c.relispartition and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('i', 'a') and c.relkind = 'S')
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and ${ownedBy('pg_proc', 'p.oid', 'p.proowner')}
    union all
    select format('drop type if exists %I.%I cascade', n.nspname, t.typname)
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('e', 'd') and ${OURS} and ${ownedBy('pg_type', 't.oid', 't.typowner')}
    union all
    select format('drop schema if exists %I cascade', n.nspname) from pg_namespace n
    where n.nspname <> 'public' and ${OURS} and ${ownedBy('pg_namespace', 'n.oid', 'n.nspowner')}`);
  for (const { statement } of rows) await client.query(statement);
}

/** `public.person` as a statement takes it. */
export function quoteName(name: string): string {
  const dot = name.indexOf('.');
  return `${escapeIdentifier(name.slice(0, dot))}.${escapeIdentifier(name.slice(dot + 1))}`;
}
