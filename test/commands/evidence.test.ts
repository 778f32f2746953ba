import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { fileSigner } from '../../adapters/signing/fileSigner.ts';
import { openDatabase } from '../../cases/record/database.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import { openSeal } from '../../cases/record/seal.ts';
import { verifyEvidence } from '../../commands/evidence/verifyEvidence.ts';
import type { EvidenceRow } from '../../proof/chain.ts';
import { writeExport } from '../../proof/exportedRows.ts';
import { readTrust } from '../../proof/trust.ts';
import { sampleEvidence } from '../../prove/tamper/sampleEvidence.ts';
import { freshDatabase } from '../support/postgres.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'commands', 'evidence.ts');
const CHAIN = 'case:SAMPLE-0-2';

let databases: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;
let home: string;
let file: string;
let kept: string;

before(async () => {
  databases = await freshDatabase();
  home = await mkdtemp(join(tmpdir(), 'mohlet-evidence-'));
  file = join(home, 'checkpoints.jsonl');
  await sampleEvidence({ appUrl: databases.appUrl, checkpointsFile: file, signingFolder: join(home, 'trust') });
  kept = await readFile(file, 'utf8');
  owner = new pg.Client({ connectionString: databases.ownerUrl });
  await owner.connect();
});

afterEach(() => writeFile(file, kept));

after(async () => {
  await owner.end();
  await databases.drop();
  await rm(home, { recursive: true, force: true });
});

/** Runs the command as the reader; its exit code and what it says. */
async function verify(...args: string[]): Promise<[number | null, string]> {
  const env = { MOHLET_HOME: home, MOHLET_READER_DATABASE_URL: databases.readerUrl };
  const child = spawn(process.execPath, [COMMAND, ...args], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve([code, said])));
}

/** Does something as the owner, asks the command, and undoes it. */
async function tampered(act: string, undo: string, ...args: string[]): Promise<[number | null, string]> {
  await owner.query(act);
  try {
    return await verify(...args);
  } finally {
    await owner.query(undo);
  }
}

test('evidence that nobody touched: ok, with the rows and checkpoints counted, in every language', async () => {
  const { rows } = await owner.query<{ n: string }>('SELECT count(*) AS n FROM evidence');
  for (const language of ['en', 'az', 'ru'])
    assert.deepEqual(await verify('--language', language), [0, `ok ${rows[0]?.n} rows, 5 checkpoints\n`]);
});

test('a file that an auditor took with him is verified without a database; its altered row is named', async () => {
  const { rows } = await owner.query<EvidenceRow>(
    `SELECT chain, seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, body, previous, hash
       FROM evidence WHERE chain = $1 ORDER BY seq`,
    [CHAIN],
  );
  const exported = join(home, 'rows.jsonl');
  const proven = async (text: string) => {
    await writeFile(exported, text);
    return verify('--rows', exported);
  };
  const whole = writeExport(rows, []);
  assert.deepEqual(await proven(whole), [
    0,
    `ok ${rows.length} rows of 1 chains; 0 of them are under a signed checkpoint of the file\n`,
  ]);
  const altered = whole.replace('registered', 'approved__');
  assert.deepEqual(await proven(altered), [1, `evidence row ${CHAIN} #1: its text was changed, or its hash\n`]);
  assert.deepEqual(await proven('{}'), [1, 'line 1 is neither a row of evidence nor a checkpoint\n']);
  assert.equal((await verify('--rows', join(home, 'none')))[0], 2);
});

test('the first bad row is named', async () => {
  const edit = `UPDATE evidence SET body = replace(body, 'registered', 'approved__') WHERE chain = '${CHAIN}' AND seq = 1`;
  const undo = edit.replace(`'registered', 'approved__'`, `'approved__', 'registered'`);
  assert.deepEqual(await tampered(edit, undo), [1, `evidence row ${CHAIN} #1: its text was changed, or its hash\n`]);
  const [, az] = await tampered(edit, undo, '--language', 'az');
  assert.equal(az, `sübut sətri ${CHAIN} #1: mətni və ya heşi dəyişdirilib\n`);
  const [, ru] = await tampered(edit, undo, '--language', 'ru');
  assert.equal(ru, `запись ${CHAIN} #1: её текст или хеш изменён\n`);
});

test('a cut tail, a missing row and a missing case are named', async () => {
  const away = (where: string) =>
    [
      `CREATE TABLE away AS SELECT * FROM evidence WHERE ${where}; DELETE FROM evidence WHERE ${where}`,
      `INSERT INTO evidence SELECT * FROM away; DROP TABLE away`,
    ] as const;
  assert.deepEqual(await tampered(...away(`chain = '${CHAIN}' AND seq > 3`)), [
    1,
    `case SAMPLE-0-2: its tail is cut: it ends at #3, its head names #6\n`,
  ]);
  assert.deepEqual(await tampered(...away(`chain = '${CHAIN}' AND seq = 3`)), [
    1,
    `evidence row ${CHAIN} #3: it is missing\n`,
  ]);
  const gone = `CREATE TABLE away AS SELECT * FROM "case" WHERE number = 'SAMPLE-0-2';
                DELETE FROM "case" WHERE number = 'SAMPLE-0-2'`;
  assert.deepEqual(await tampered(gone, `INSERT INTO "case" SELECT * FROM away; DROP TABLE away`), [
    1,
    'case SAMPLE-0-2: the case is missing; only its evidence is there\n',
  ]);
});

test('a checkpoint missing inside, missing outside or different outside is named', async () => {
  const gone = `CREATE TABLE away AS SELECT * FROM checkpoint WHERE n = 3; DELETE FROM checkpoint WHERE n = 3`;
  assert.deepEqual(await tampered(gone, `INSERT INTO checkpoint SELECT * FROM away; DROP TABLE away`), [
    1,
    'checkpoint 3: it is missing inside the database\n',
  ]);
  const lines = kept.split('\n');
  await writeFile(file, lines.toSpliced(1, 1).join('\n'));
  assert.deepEqual(await verify(), [1, 'checkpoint 2: it is missing in the file outside the database\n']);
  await writeFile(file, lines.with(1, lines[1]!.replace(/.("})$/, '!$1')).join('\n'));
  assert.deepEqual(await verify(), [1, 'checkpoint 2: the file outside the database holds another one\n']);
  await writeFile(file, `${kept}${JSON.stringify({ n: 6, jws: 'x' })}\n`);
  assert.deepEqual(await verify(), [1, 'checkpoint 6: it is missing inside the database\n']);
  await rm(file);
  assert.deepEqual(await verify(), [1, 'checkpoint 1: it is missing in the file outside the database\n']);
});

test('a line that a crash cut off does not count, and one that is just being written is waited for', async () => {
  await appendFile(file, '{"n":6,"jws":"eyJ');
  assert.equal((await verify())[0], 0);
  const trust = readTrust(await readFile(join(home, 'trust', 'keys.json'), 'utf8'));
  assert.equal(trust.kind, 'read');
  const lines = kept.trimEnd().split('\n');
  await writeFile(
    file,
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const asked = { url: databases.readerUrl, checkpointsFile: file, trust: trust.trust, patienceMs: 60_000 };
  const [outcome] = await Promise.all([
    verifyEvidence(asked),
    sleep(300).then(() => appendFile(file, `${lines.at(-1)}\n`)),
  ]);
  assert.equal(outcome.kind, 'ok');
});

test('checkpoints of keys that are not trusted prove nothing', async () => {
  const signing = join(home, 'other');
  await fileSigner(signing);
  assert.deepEqual(await verify('--trust', join(signing, 'keys.json')), [
    1,
    'checkpoint 1: it is signed with a foreign key\n',
  ]);
});

test('rows newer than the last checkpoint are counted apart', async () => {
  const database = openDatabase(databases.appUrl, { ordinary: 1, urgent: 1 });
  const record = { database, seal: openSeal(Buffer.alloc(32, 1)), failpoint: () => undefined };
  await writeEvidence(record, () => 'installation', { capacity: 'installation' }, [
    { what: 'started' },
    { what: 'ended' },
  ]);
  await database.close();
  const [code, said] = await verify();
  assert.equal(code, 0);
  assert.match(said, /^ok \d+ rows, 5 checkpoints\n2 of them are newer than the last checkpoint/);
});

test('what cannot be checked exits 2, and the address of the database is not repeated', async () => {
  assert.match((await verify('--language', 'de'))[1], /^İstifadə qaydası: .*\nUsage: .*\nПорядок вызова: /);
  assert.deepEqual(await verify('--trust', file), [2, 'The trusted keys could not be read (--trust).\n']);
  const good = databases.readerUrl;
  databases.readerUrl = 'postgres://somebody:secret@127.0.0.1:1/nowhere';
  const [code, said] = await verify();
  databases.readerUrl = good;
  assert.equal(code, 2);
  assert.doesNotMatch(said, /somebody|secret|127\.0\.0\.1/);
});

test('the reader, by whom all this is checked, can change nothing', async () => {
  const reader = new pg.Client({ connectionString: databases.readerUrl });
  await reader.connect();
  try {
    for (const act of [`UPDATE evidence SET body = ''`, `DELETE FROM checkpoint`, `TRUNCATE chain_head`])
      await assert.rejects(reader.query(act), { code: '42501' });
  } finally {
    await reader.end();
  }
});
