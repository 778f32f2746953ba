import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importPKCS8, SignJWT } from 'jose';

/** An official of a rehearsal: his role, the body he is of, his post, and the subject his token names. */
export type RehearsalOfficial = { role: string; body: string; post: string; name: string };

/** Makes bearer tokens, valid for eight hours, with the keys of the rehearsal in a data folder; throws where there is none. */
export async function rehearsalTokens(home: string): Promise<(official: RehearsalOfficial) => Promise<string>> {
  const keys = join(home, 'embedded-keys');
  const published = JSON.parse(await readFile(join(keys, 'tokens.json'), 'utf8')) as { keys: { kid: string }[] };
  const installation = await readFile(join(keys, 'installation.env'), 'utf8');
  const issuer = /^MOHLET_TOKEN_ISSUER='(.+)'$/m.exec(installation)?.[1] ?? '';
  const key = await importPKCS8(await readFile(join(keys, 'tokens.key'), 'utf8'), 'ES256');
  return ({ role, body, post, name }) =>
    new SignJWT({ role, body, post, auth_time: Math.floor(Date.now() / 1000) })
      .setProtectedHeader({ alg: 'ES256', kid: published.keys[0]?.kid ?? '', typ: 'at+jwt' })
      .setSubject(name)
      .setIssuer(issuer)
      .setAudience('mohlet')
      .setIssuedAt()
      .setExpirationTime('8 hours')
      .sign(key);
}
