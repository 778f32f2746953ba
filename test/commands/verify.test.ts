import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileSigner, publishedKeys, rotateKey } from '../../adapters/signing/fileSigner.ts';
import { bytesOf, inFolder, silenceRecord } from '../proof/samples.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'commands', 'verify.ts');
const TYP = 'mohlet-record-of-silence+jws';

type Ended = { code: number | null; out: string; err: string };

/** Runs the command with nothing in its environment but where the installation's data are. */
async function verify(home: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, ...args], { env: { MOHLET_HOME: home } });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += String(chunk)));
  child.stderr.on('data', (chunk) => (text.err += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...text })));
}

/** An installation's home with a signing key of this nature, its published set saved as at the first start. */
async function inHome(
  nature: 'production' | 'rehearsal',
  use: (home: string, sign: (value: unknown, typ?: string) => Promise<string>) => Promise<void>,
): Promise<void> {
  await inFolder(async (home) => {
    const signing = join(home, 'signing');
    const signer = await fileSigner(signing, nature);
    await mkdir(join(home, 'trust'));
    await writeFile(join(home, 'trust', 'keys.json'), JSON.stringify(await publishedKeys(signing)));
    await use(home, async (value, typ = TYP) => {
      const file = join(home, 'record.jws');
      await writeFile(file, await signer.sign(bytesOf(value), typ));
      return file;
    });
  });
}

test('R1598/2.8: a genuine record of silence tells who was asked, the days and the end, and exits 0', () =>
  inHome('production', async (home, sign) => {
    const file = await sign(silenceRecord());
    const { code, out, err } = await verify(home, file);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^GENUINE: /);
    assert.match(out, /Case QR-2026-000001: approved by silence under R1598\/2\.8, decided 3 April 2026, 00:00:00/);
    assert.match(out, /Ministry of Internal Affairs:\n {2}delivered 19 March 2026, 10:00:00 .*acknowledged/);
    assert.match(out, /counted \(working days: 3\): 31 March 2026; 1 April 2026; 2 April 2026/);
    assert.match(out, /not counted: 19 March 2026 .*; 20 March 2026 – 24 March 2026 \(Novruz\); /);
    assert.match(out, /the term ended 2 April 2026, 24:00/);
    assert.match(out, /Foreign Affairs:\n(.*\n)*? {2}“nothing against”, 19 March 2026, 11:00:00/);
    assert.match(out, /channel x-road was down from 20 March 2026, 05:00:00/);
  }));

test('R1598/2.8: an end that a newer calendar moved is told with both values', () =>
  inHome('production', async (home, sign) => {
    const record = silenceRecord();
    for (const { term } of record.agencies)
      term.recomputed = [
        { from: '2026-04-01T20:00:00.000Z', to: term.endsAt, calendarVersion: 'v2', at: '2026-03-27T08:00:00.000Z' },
      ];
    const file = await sign(record);
    const english = await verify(home, file, '--language', 'en');
    assert.equal(english.code, 0);
    assert.match(
      english.out,
      / {2}computed anew 27 March 2026, 12:00:00 .*: from 1 April 2026, 24:00 .* to 2 April 2026, 24:00 .*\(calendar v2\)\n/,
    );
    assert.match((await verify(home, file, '--language', 'az')).out, /yenidən hesablanıb .*\(təqvim v2\)\n/);
    assert.match((await verify(home, file, '--language', 'ru')).out, /исчислен заново .*\(календарь v2\)\n/);
  }));

test('the same in Azerbaijani and Russian, and from a JSON file that holds the JWS', () =>
  inHome('production', async (home, sign) => {
    const file = await sign(silenceRecord());
    const jws = await readFile(file, 'utf8');
    await writeFile(file, JSON.stringify({ id: 1, jws }));
    const az = await verify(home, file, '--language', 'az');
    assert.equal(az.code, 0);
    assert.match(az.out, /^ƏSLDİR: .*\nİş QR-2026-000001: /);
    const ru = await verify(home, file, '--language', 'ru');
    assert.equal(ru.code, 0);
    assert.match(ru.out, /^ПОДЛИННЫЙ: .*\nДело QR-2026-000001: /);
  }));

test('an altered byte, a foreign key and a rehearsal each have a sentence and an exit code of their own', async () => {
  await inHome('production', async (home, sign) => {
    const file = await sign(silenceRecord());
    const jws = await readFile(file, 'utf8');
    for (const at of [5, jws.indexOf('.') + 20, jws.length - 1]) {
      const bytes = Buffer.from(jws);
      bytes[at] = bytes[at]! ^ 1;
      await writeFile(file, bytes);
      const altered = await verify(home, file);
      assert.deepEqual([altered.code, altered.out.slice(0, 8)], [11, 'ALTERED:'], `byte ${at}`);
    }
    await writeFile(file, jws);
    await inHome('production', async (other) => {
      const foreign = await verify(home, file, '--trust', join(other, 'trust', 'keys.json'));
      assert.deepEqual([foreign.code, foreign.out.slice(0, 12)], [12, 'FOREIGN KEY:']);
      assert.equal((await verify(other, file)).code, 12);
      assert.equal((await verify(other, file, '--trust', join(home, 'trust', 'keys.json'))).code, 0);
    });
  });
  await inHome('rehearsal', async (home, sign) => {
    const rehearsal = await verify(home, await sign({ ...silenceRecord(), nature: 'rehearsal' }));
    assert.deepEqual([rehearsal.code, rehearsal.out.slice(0, 10)], [10, 'REHEARSAL:']);
    assert.match(rehearsal.out, /no legal effect/);
    const claimed = await verify(home, await sign(silenceRecord()));
    assert.equal(claimed.code, 10, "a rehearsal's key signs nothing for a production, whatever the record says");
  });
});

test('what is no record of silence, or contradicts itself', () =>
  inHome('production', async (home, sign) => {
    const file = join(home, 'other');
    await writeFile(file, 'Dear Sir or Madam,\n');
    const letter = await verify(home, file);
    assert.deepEqual([letter.code, letter.out.slice(0, 20)], [13, 'NOT SUCH A DOCUMENT:']);
    assert.equal((await verify(home, await sign(silenceRecord(), 'mohlet-checkpoint+jws'))).code, 13);
    assert.equal((await verify(home, await sign({ kind: 'record-of-silence' }))).code, 13);

    const early = await verify(home, await sign({ ...silenceRecord(), decidedAt: '2026-04-02T19:59:59.999Z' }));
    assert.equal(early.code, 14);
    assert.match(early.out, /^CONTRADICTION: .*\nMinistry of Internal Affairs: the term ended after the decision\n/);
    const signedTooSoon = structuredClone(silenceRecord());
    signedTooSoon.decidedAt = new Date(Date.now() + 3_600_000).toISOString();
    const soon = await verify(home, await sign(signedTooSoon));
    assert.deepEqual([soon.code, soon.out.trimEnd().split('\n').at(-1)], [14, 'it was signed before the decision']);
  }));

test('after a rotation old records verify; a key that was not in use when the record was signed does not', () =>
  inHome('production', async (home, sign) => {
    const file = await sign(silenceRecord());
    await rotateKey(join(home, 'signing'));
    const { keys } = await publishedKeys(join(home, 'signing'));
    const trust = join(home, 'trust', 'keys.json');
    await writeFile(trust, JSON.stringify({ keys }));
    assert.equal((await verify(home, file)).code, 0);
    const ended = keys.map((key) => ({ ...key, nbf: '2020-01-01T00:00:00Z', exp: '2020-12-31T00:00:00Z' }));
    await writeFile(trust, JSON.stringify({ keys: ended }));
    const late = await verify(home, file);
    assert.deepEqual([late.code, late.out.slice(0, 15)], [15, 'KEY NOT IN USE:']);
  }));

test('what cannot be asked exits 2 and says so on stderr, Azerbaijani first', () =>
  inHome('production', async (home, sign) => {
    const file = await sign(silenceRecord());
    const usage = await verify(home);
    assert.deepEqual([usage.code, usage.out], [2, '']);
    assert.match(usage.err, /^İstifadə qaydası: .*\nUsage: .*\nПорядок вызова: .*\n$/);
    assert.equal((await verify(home, file, '--language', 'de')).code, 2);
    assert.equal((await verify(home, join(home, 'nowhere'))).err, 'The file could not be read.\n');
    const trust = await verify(home, file, '--trust', file);
    assert.deepEqual([trust.code, trust.err], [2, 'The trusted keys could not be read (--trust).\n']);
  }));
