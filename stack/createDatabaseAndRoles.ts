import pg from 'pg';

export type RolePasswords = { owner: string; app: string; reader: string };
export type RoleUrls = { ownerUrl: string; appUrl: string; readerUrl: string };

const LOCK = 1_598_001;

/**
 * Makes the database and its three roles (`<prefix>_owner` owns it, `<prefix>_app` and `<prefix>_reader` may only
 * connect) with the given passwords, or sets them right where they exist; `adminUrl` is a superuser's. Answers each
 * role's URL. Names are of small letters, digits and `_`.
 */
export async function createDatabaseAndRoles(
  adminUrl: string,
  options: { database: string; passwords: RolePasswords; rolePrefix?: string },
): Promise<RoleUrls> {
  const { database, passwords, rolePrefix = 'mohlet' } = options;
  const owner = `${rolePrefix}_owner`;
  const app = `${rolePrefix}_app`;
  const reader = `${rolePrefix}_reader`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await setRole(client, owner, passwords.owner);
    await setRole(client, app, passwords.app);
    await setRole(client, reader, passwords.reader);
    const name = client.escapeIdentifier(database);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${client.escapeIdentifier(owner)}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    for (const role of [app, reader]) {
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${client.escapeIdentifier(role)}`);
    }
  } finally {
    await client.end();
  }
  return {
    ownerUrl: urlOf(adminUrl, database, owner, passwords.owner),
    appUrl: urlOf(adminUrl, database, app, passwords.app),
    readerUrl: urlOf(adminUrl, database, reader, passwords.reader),
  };
}

async function setRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(
    `${verb} ROLE ${client.escapeIdentifier(role)} ${rights} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

function urlOf(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.href;
}
