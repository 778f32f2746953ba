import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { readEnv } from '../config/env.ts';
import { REHEARSAL_ISSUER } from '../stack/installation.ts';

const ROLES = { operator: 'portal-operator', auditor: 'chamber-of-accounts' } as const;

const role = process.argv[2];
const { MOHLET_HOME } = readEnv(process.env, ['MOHLET_HOME']);
const keys = join(resolve(MOHLET_HOME), 'embedded-keys');

if (role !== 'operator' && role !== 'auditor') {
  process.stderr.write('Usage: npm run -s token -- operator | auditor\n');
  process.exit(2);
}
try {
  const { keys: published } = JSON.parse(await readFile(join(keys, 'tokens.json'), 'utf8')) as {
    keys: { kid: string }[];
  };
  const key = await importPKCS8(await readFile(join(keys, 'tokens.key'), 'utf8'), 'ES256');
  const token = await new SignJWT({ role, body: ROLES[role], post: 'duty-desk' })
    .setProtectedHeader({ alg: 'ES256', kid: published[0]?.kid ?? '' })
    .setSubject(`rehearsal-${role}`)
    .setIssuer(REHEARSAL_ISSUER)
    .setAudience('mohlet')
    .setIssuedAt()
    .setExpirationTime('8 hours')
    .sign(key);
  process.stdout.write(`${token}\n`);
} catch {
  process.stderr.write(
    'There is no rehearsal here yet: run `npm start` first (or set MOHLET_HOME to its data folder).\n',
  );
  process.exit(1);
}
