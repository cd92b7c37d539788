import { randomBytes } from 'node:crypto';
import { type Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg';
import { Refusal } from '../../base/errors.ts';

/** Migrations grant to this role; whoever runs the program logs in as a member of it. It can't log in itself. */
const APP_ROLE = 'evenkeel_app';

/** PostgreSQL's answers when somebody else has just created the same thing. */
const ALREADY_THERE = new Set(['42710', '23505', '42P06']);

/** The login under which the program runs when nobody gives one. */
type Login = { role: string; password: string };

/** Creates what migrations grant to. Before the first migration. */
export async function createAppRole(owner: Client): Promise<void> {
  if (await roleExists(owner, APP_ROLE)) return;
  await createRole(owner, `create role ${APP_ROLE} nologin`);
}

/** Lets a login of the operator's (DATABASE_APP_URL) do what migrations allow the application. */
export async function admitLogin(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ member: boolean }>(
    `select pg_has_role($1, '${APP_ROLE}', 'usage') as member from pg_roles where rolname = $1`,
    [role],
  );
  if (rows.length === 0) {
    throw new Refusal(
      'unavailable',
      `The database has no role "${role}", which DATABASE_APP_URL names: create it first.`,
    );
  }
  if (!rows[0]?.member) await createRole(owner, `grant ${APP_ROLE} to ${escapeIdentifier(role)}`);
}

/**
 * The login of this install, made on first use. Its random password lies in a table that only the owner can read, who
 * could set a new one anyway: so it needs no file, several machines can share a database, and it changes for nobody.
 * Each database has a login of its own, so that two installs on one server don't share one.
 */
export async function ensureLogin(owner: Client): Promise<Login> {
  // The lock keeps two first starts from making two logins.
  await owner.query('begin; lock table install.app_login in share row exclusive mode');
  try {
    const known = await owner.query<Login>('select role, password from install.app_login');
    const login = known.rows[0] ?? {
      role: `${APP_ROLE}_${randomBytes(4).toString('hex')}`,
      password: randomBytes(24).toString('hex'),
    };
    if (!(await roleExists(owner, login.role))) {
      // Also after a restore on another server, where the table came along and the role did not.
      const password = escapeLiteral(login.password);
      await createRole(
        owner,
        `create role ${escapeIdentifier(login.role)} login password ${password} in role ${APP_ROLE}`,
      );
    }
    if (known.rows.length === 0) {
      await owner.query('insert into install.app_login (role, password) values ($1, $2)', [login.role, login.password]);
    }
    await owner.query('commit');
    return login;
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Row-level security binds only a role that is no superuser, can't bypass it and owns no table. Checked at every start. */
export async function assertPowerless(app: Client, config: ClientConfig): Promise<void> {
  const { rows } = await app.query<{ powerful: boolean; owns: boolean }>(`
    select rolsuper or rolbypassrls as powerful, exists (
      select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
        and pg_has_role(current_user, relowner, 'member')
    ) as owns
    from pg_roles where rolname = current_user`);
  if (!rows[0]?.powerful && !rows[0]?.owns) return;
  throw new Refusal(
    'unavailable',
    `The role "${config.user}" would get around the separation of firms (it is a superuser, may bypass row-level security ` +
      'or owns tables): set DATABASE_APP_URL to another role.',
  );
}

async function roleExists(owner: Client, role: string): Promise<boolean> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  return rowCount === 1;
}

async function createRole(owner: Client, statement: string): Promise<void> {
  await owner.query(statement).catch((cause: Error & { code?: string }) => {
    if (cause.code !== undefined && ALREADY_THERE.has(cause.code)) return;
    if (cause.code !== '42501') throw cause;
    const { user } = owner;
    throw new Refusal(
      'unavailable',
      `The role "${user}" of DATABASE_URL may not do what the first start needs (${cause.message}). Let an administrator ` +
        `run: create role ${APP_ROLE} nologin; create role evenkeel_login login password '…' in role ${APP_ROLE}; grant ` +
        `${APP_ROLE} to "${user}" with admin option; then set DATABASE_APP_URL to the login.`,
      {},
      cause,
    );
  });
}
