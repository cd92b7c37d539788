import { Client } from 'pg';

/** Rows of each table that belong to firms, as the database's owner sees them, past row-level security. */
export type FirmRows = {
  /** Tables that still hold rows of a firm: the table and how many. */
  of(orgId: number): Promise<{ table: string; rows: number }[]>;
  /** For each table of facts (the audit log apart) a fingerprint of all rows except those of one firm. */
  except(orgId: number): Promise<Record<string, string>>;
  close(): Promise<void>;
};

/** Looks into every table that names a firm, whatever tables there are. */
export async function openFirmRows(adminUrl: string): Promise<FirmRows> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const tables = await admin.query<{ name: string; schema: string }>(`
    select c.oid::regclass::text as name, n.nspname as schema
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'org_id' and not a.attisdropped and c.relkind in ('r', 'p')
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1`);
  return {
    of: async (orgId) => {
      const found: { table: string; rows: number }[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await admin.query(`select count(*)::int as n from ${name} where org_id = $1`, [orgId]);
        if (rows[0].n > 0) found.push({ table: name, rows: rows[0].n });
      }
      return found;
    },
    except: async (orgId) => {
      const prints: Record<string, string> = {};
      // Which firm a session has open is no fact of a firm: it moves on when that firm is removed.
      // Nor is that somebody looks at what comes next: the log of looks grows.
      const facts = tables.rows.filter(({ name, schema }) => schema === 'public' && !/^audit_/.test(name));
      for (const { name } of facts) {
        const { rows } = await admin.query(
          `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as print
           from ${name} t where org_id <> $1`,
          [orgId],
        );
        prints[name] = rows[0].print;
      }
      return prints;
    },
    close: () => admin.end(),
  };
}
