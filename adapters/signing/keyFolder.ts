import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** What an installation is; a rehearsal's keys never sign for a production. */
export type Nature = 'production' | 'rehearsal';

/** A published key: a JWK with when it was in use (ISO instants; no `exp`: it still is) and for what installation. */
export type PublishedKey = {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
  nbf: string;
  exp?: string;
  nature: Nature;
};

/**
 * What a file of the folder holds: the private key in use, its public part first in `keys`, and all public keys that
 * were in use before. Files are numbered and each is made by an exclusive link, so of two processes that make or
 * replace a key at the same time one wins and no public key is ever lost.
 */
export type KeyFile = { privateKey: JWK; keys: [PublishedKey, ...PublishedKey[]] };

const NAME = /^signing-(\d+)\.json$/;

/** The newest file of a folder with its number, or null where there is none. */
export async function readNewest(folder: string): Promise<{ n: number; file: KeyFile } | null> {
  for (;;) {
    const n = await newestNumber(folder);
    if (n === 0) return null;
    try {
      return { n, file: JSON.parse(await readFile(pathOf(folder, n), 'utf8')) as KeyFile };
    } catch (fault) {
      // Replaced by another process since the folder was listed.
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    }
  }
}

/** The highest number among a folder's files, 0 where there is none; also 0 where the folder does not exist. */
export async function newestNumber(folder: string): Promise<number> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.reduce((newest, name) => Math.max(newest, Number(NAME.exec(name)?.[1] ?? 0)), 0);
}

/** Makes file number `n` (mode 0600, folder 0700); false where another process made it first. */
export async function makeFile(folder: string, n: number, file: KeyFile): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const making = join(folder, `${randomUUID()}.making`);
  await writeFile(making, JSON.stringify(file), { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(making, pathOf(folder, n));
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  } finally {
    await rm(making, { force: true });
  }
}

/** Removes the files before number `n`: a private key that was replaced is destroyed. */
export async function removeBefore(folder: string, n: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const number = NAME.exec(name)?.[1];
    if (number !== undefined && Number(number) < n) await rm(join(folder, name), { force: true });
  }
}

/** Writes the public set beside the private file as `keys.json`, for whoever is to be given it. */
export async function publish(folder: string, keys: readonly PublishedKey[]): Promise<void> {
  const making = join(folder, `${randomUUID()}.making`);
  await writeFile(making, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o644, flag: 'wx', flush: true });
  await rename(making, join(folder, 'keys.json'));
}

/** A new P-256 key, in use from an instant (ISO); its `kid` is the RFC 7638 thumbprint. */
export async function newKey(nature: Nature, from: string): Promise<{ privateKey: JWK; published: PublishedKey }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { x, y } = await exportJWK(publicKey);
  if (x === undefined || y === undefined) throw new Error('a P-256 key has a point');
  const point = { kty: 'EC', crv: 'P-256', x, y } as const;
  const kid = await calculateJwkThumbprint(point);
  return {
    privateKey: { ...(await exportJWK(privateKey)), kid },
    published: { ...point, kid, alg: 'ES256', use: 'sig', nbf: from, nature },
  };
}

function pathOf(folder: string, n: number): string {
  return join(folder, `signing-${n}.json`);
}
