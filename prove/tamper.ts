import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { publishedKeys } from '../adapters/signing/fileSigner.ts';
import { verifyEvidence } from '../commands/evidence/verifyEvidence.ts';
import { seed as giveBirth } from '../prisma/seed.ts';
import { createDatabaseAndRoles, migrate } from '../stack/migrate.ts';
import type { EvidenceOutcome } from '../proof/evidenceFault.ts';
import { chanceFrom } from './tamper/chance.ts';
import { sampleEvidence } from './tamper/sampleEvidence.ts';
import { WITH_CHECKPOINTS } from './tamper/withCheckpoints.ts';
import { WITH_ROWS } from './tamper/withRows.ts';

const TAMPERINGS = Object.entries({ ...WITH_ROWS, ...WITH_CHECKPOINTS });

/** How many kinds of tampering there are; a count of at least as many makes each once or more. */
export const KINDS_OF_TAMPERING = TAMPERINGS.length;

/** What came of it: `missed` names those that were not found; `untouched` is what the copies were made from. */
export type TamperOutcome = {
  n: number;
  found: number;
  missed: { number: number; kind: string }[];
  untouched: EvidenceOutcome;
};

/**
 * Tampers `count` times with evidence, each time as the database's owner on a copy of its own, and asks
 * `verifyEvidence` (as the reader) each time. `adminUrl` is a superuser's on a server where databases may be made; all
 * that is made is removed. The same seed makes the same tamperings.
 */
export async function tamper(asked: {
  count: number;
  seed: number;
  adminUrl: string;
  say?: (line: string) => void;
}): Promise<TamperOutcome> {
  const { count, seed, adminUrl, say = () => undefined } = asked;
  const mark = randomBytes(4).toString('hex');
  const prefix = `tamper_${mark}`;
  const [source, copied] = [`${prefix}_source`, `${prefix}_copy`];
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-tamper-'));
  const files = { kept: join(folder, 'checkpoints.jsonl'), copied: join(folder, 'copied.jsonl') };
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const passwords = { owner: mark, app: mark, reader: mark };
    const urls = await createDatabaseAndRoles(adminUrl, { database: source, passwords, rolePrefix: prefix });
    await migrate(urls.ownerUrl);
    await giveBirth(urls.ownerUrl, { nature: 'rehearsal' });
    const signingFolder = join(folder, 'signing');
    await sampleEvidence({ appUrl: urls.appUrl, checkpointsFile: files.kept, signingFolder });
    const trust = await publishedKeys(signingFolder);
    const verify = (database: string, checkpointsFile: string) =>
      verifyEvidence({ url: onDatabase(urls.readerUrl, database), checkpointsFile, trust, patienceMs: 0 });

    const untouched = await verify(source, files.kept);
    const missed: TamperOutcome['missed'] = [];
    for (let number = 0; number < count; number++) {
      const [kind, make] = TAMPERINGS[number % TAMPERINGS.length] ?? ['', () => Promise.resolve()];
      await admin.query(`CREATE DATABASE ${copied} TEMPLATE ${source} OWNER ${prefix}_owner`);
      await copyFile(files.kept, files.copied);
      await asOwner(onDatabase(urls.ownerUrl, copied), (owner) =>
        make({ owner, file: files.copied, chance: chanceFrom(seed + number) }),
      );
      const outcome = await verify(copied, files.copied);
      say(`${number} ${kind}: ${JSON.stringify(outcome.kind === 'fault' ? outcome.fault : outcome)}`);
      if (outcome.kind !== 'fault') missed.push({ number, kind });
      await admin.query(`DROP DATABASE ${copied} WITH (FORCE)`);
    }
    return { n: count, found: count - missed.length, missed, untouched };
  } finally {
    for (const database of [copied, source]) await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    for (const role of ['owner', 'app', 'reader']) await admin.query(`DROP ROLE IF EXISTS ${prefix}_${role}`);
    await admin.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function asOwner(url: string, act: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await act(owner);
  } finally {
    await owner.end();
  }
}
