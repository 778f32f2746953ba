import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { fileSigner, publishedKeys, rotateKey } from '../../adapters/signing/fileSigner.ts';
import { verifyPack } from '../../commands/verify/pack/verifyPack.ts';
import { ZIP_LIMITS } from '../../commands/verify/pack/readZip.ts';
import type { Member } from '../../proof/evidencePack.ts';
import { openPacks, textOf, zipOf } from '../cases/evidence-pack/packs.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'commands', 'verify.ts');
const RUNS = { numRuns: 60 };

describe('npm run verify -- FILE.zip', () => {
  let packs: Awaited<ReturnType<typeof openPacks>>;
  let caseNumber: string;
  let pack: Member[];
  let zip: Buffer;
  let other: Member[];
  before(async () => {
    packs = await openPacks();
    caseNumber = await packs.approved();
    const { caseNumber: another } = await packs.register();
    await packs.checkpoint();
    pack = (await packs.pack(caseNumber, { capacity: 'auditor' })) ?? [];
    other = (await packs.pack(another, { capacity: 'auditor' })) ?? [];
    zip = await zipOf(pack);
  });
  after(() => packs.stop());

  const verify = async (bytes: Buffer) => {
    const { lines, exit } = await verifyPack(bytes, await packs.trust(), 'en');
    return { text: lines.join('\n'), exit };
  };
  const flipped = (bytes: Uint8Array, at: number, bit: number) => {
    const changed = Buffer.from(bytes);
    changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ (1 << bit);
    return changed;
  };
  /** The member in whose part of the file an offset lies; null in the directory at its end. */
  const memberAt = (at: number) => {
    let end = 0;
    for (const { name, bytes } of pack) {
      end += 30 + name.length + bytes.length;
      if (at < end) return name;
    }
    return null;
  };

  it('says, with nothing but the keys, what is proven and what is not, and exits as for a rehearsal', async () => {
    const home = await mkdtemp(join(tmpdir(), 'mohlet-verify-'));
    await mkdir(join(home, 'trust'));
    await writeFile(join(home, 'trust', 'keys.json'), JSON.stringify(await packs.trust()));
    await writeFile(join(home, 'case.zip'), zip);
    try {
      for (const [language, first, last] of [
        [
          'en',
          /^REHEARSAL: .*\nCase QR-2026-000001, as the auditor was shown it .*\nProven:\n/,
          /only that it was recorded so/,
        ],
        ['az', /^SINAQ REJİMİ: /, /Sübut olunmur:\n/],
        ['ru', /^УЧЕБНЫЙ РЕЖИМ: /, /Не доказано:\n/],
      ] as const) {
        const child = spawn(process.execPath, [COMMAND, join(home, 'case.zip'), '--language', language], {
          env: { MOHLET_HOME: home },
        });
        const [out, code] = await Promise.all([buffer(child.stdout), new Promise((done) => child.on('close', done))]);
        assert.equal(code, 10);
        assert.match(out.toString(), first);
        assert.match(out.toString(), last);
      }
    } finally {
      await rm(home, { recursive: true, force: true });
    }
    const { text } = await verify(zip);
    assert.match(
      text,
      / {2}the evidence \(rows: \d+\) is one chain without a gap\n {2}signed checkpoint 1 covers the evidence up to row \d+\n/,
    );
    assert.match(text, / {2}the record of silence is genuine, coherent and of this case/);
    assert.match(text, / {2}the documents registered with the application \(2\) are those listed here\n/);
    assert.match(text, /Not proven:\n(.*\n)* {2}the bytes of the documents \(2\) are not in this file/);
  });

  it('one bit flipped anywhere in the file is never all proven, and the member it lies in is named', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(7), async (at, bit) => {
        const { text, exit } = await verify(flipped(zip, at, bit));
        assert.ok(exit >= 11, `${at}: ${text}`);
        const member = memberAt(at);
        assert.ok(member === null || text.includes(member), `${at} in ${member}: ${text}`);
        assert.ok(text.split('\n').length > 1 || exit === 13, text);
      }),
      RUNS,
    ));

  it('one bit flipped in a member that is packed again: the member is named, and in the evidence the row', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(pack.length - 1), fc.nat(), fc.nat(7), async (which, at, bit) => {
        const changed = pack.map((one, i) => (i === which ? { ...one, bytes: flipped(one.bytes, at, bit) } : one));
        const { text, exit } = await verify(await zipOf(changed));
        const name = pack[which]?.name ?? '';
        assert.equal(exit, 11, text);
        assert.ok(text.includes(name), text);
        if (name === 'evidence.jsonl') assert.match(text, /evidence\.jsonl: was altered, row \d+: /);
      }),
      RUNS,
    ));

  it('a member that is missing, added, there twice, swapped or of another case is named', async () => {
    const without = pack.filter(({ name }) => name !== 'terms.json');
    assert.match((await verify(await zipOf(without))).text, /^ALTERED: .*\n {2}terms\.json: is missing$/);
    const more = await verify(await zipOf([...pack, { name: 'more.txt', bytes: Buffer.from('x') }]));
    assert.match(more.text, /^ALTERED: .*\n {2}more\.txt: was added$/);
    const twice = await verify(await zipOf([...pack, ...pack.slice(1, 2)]));
    assert.match(twice.text, /^ALTERED: .*\n {2}case\.json: stands there twice$/);
    const bytesOf = (members: readonly Member[], name: string) =>
      members.find((one) => one.name === name)?.bytes ?? Buffer.of();
    const swap: Record<string, string> = { 'terms.json': 'notices.json', 'notices.json': 'terms.json' };
    const swapped = pack.map(({ name }) => ({ name, bytes: bytesOf(pack, swap[name] ?? name) }));
    assert.match(
      (await verify(await zipOf(swapped))).text,
      / {2}terms\.json: was altered\n {2}notices\.json: was altered$/,
    );
    for (const name of ['evidence.jsonl', 'opinions.json', 'manifest.json', 'manifest.jws']) {
      const foreign = pack.map((one) => (one.name === name ? { name, bytes: bytesOf(other, name) } : one));
      const { text, exit } = await verify(await zipOf(foreign));
      assert.equal(exit, 11, name);
      assert.ok(text.includes(name) || name === 'manifest.jws', text);
    }
    const none = pack.filter(({ name }) => !name.startsWith('manifest'));
    assert.equal((await verify(await zipOf(none))).exit, 13);
  });

  it('a pack of another installation is a foreign key; after a rotation it still verifies, under an ended key not', async () => {
    const folder = join(packs.folder, 'another');
    await fileSigner(folder, 'rehearsal');
    const foreign = await verifyPack(zip, await publishedKeys(folder), 'en');
    assert.deepEqual([foreign.exit, foreign.lines.length], [12, 1]);
    await rotateKey(join(packs.folder, 'signing'));
    assert.equal((await verify(zip)).exit, 10);
    const { keys } = await packs.trust();
    const ended = keys.map((key) => ({ ...key, nbf: '2020-01-01T00:00:00Z', exp: '2020-12-31T00:00:00Z' }));
    assert.equal((await verifyPack(zip, { keys: ended }, 'en')).exit, 15);
  });

  it('the same members compressed by another program: all hold, and the ZIP is said to be another', async () => {
    const again = new ZipFile();
    for (const { name, bytes } of pack) again.addBuffer(Buffer.from(bytes), name);
    again.end();
    const { text, exit } = await verify(await buffer(again.outputStream));
    assert.equal(exit, 16);
    assert.match(text, /^REPACKED: .*\n {2}README\.txt: the ZIP differs first at this member/);
  });

  it('a ZIP that would unpack to more than a pack holds is refused unread', async () => {
    const bomb = new ZipFile();
    bomb.addBuffer(Buffer.alloc(ZIP_LIMITS.member + 1), 'evidence.jsonl');
    bomb.end();
    const small = await buffer(bomb.outputStream);
    assert.ok(small.length < 100_000);
    assert.match((await verify(small)).text, /^NOT SUCH A DOCUMENT: no evidence pack is as large/);

    // Each member is within the limits, but such a file costs its reader a thousand times what it cost to make.
    const many = new ZipFile();
    for (const name of ['manifest.json', 'evidence.jsonl']) many.addBuffer(Buffer.alloc(ZIP_LIMITS.little - 1), name);
    many.end();
    assert.match((await verify(await buffer(many.outputStream))).text, /^NOT SUCH A DOCUMENT: no evidence pack is as/);
  });

  it('every reader has the same chain, and its withheld rows can be neither changed nor left out', async () => {
    const mine = (await packs.pack(caseNumber, { capacity: 'applicant' })) ?? [];
    const { text, exit } = await verify(await zipOf(mine));
    assert.equal(exit, 10);
    assert.match(text, /what the withheld rows \(\d+\) say; they can be neither replaced nor left out/);
    assert.match(
      text,
      /checkpoint 1 itself is not in this file; its SHA-256, to be compared where it is kept: [0-9a-f]{64}/,
    );
    const lines = textOf(mine, 'evidence.jsonl').trimEnd().split('\n');
    const withheld = lines.findIndex((line) => line.includes('"withheld":true'));
    for (const [changed, row] of [
      [lines.toSpliced(withheld, 1), withheld + 1],
      [
        lines.with(
          withheld,
          (lines[withheld] ?? '').replace(/"hash":"./, (hash) => `"hash":"${hash.endsWith('0') ? 1 : 0}`),
        ),
        withheld + 2,
      ],
    ] as const) {
      const bytes = Buffer.from(`${changed.join('\n')}\n`);
      const forged = mine.map((one) => (one.name === 'evidence.jsonl' ? { ...one, bytes } : one));
      const found = await verify(await zipOf(forged));
      assert.match(found.text, new RegExp(`evidence\\.jsonl: was altered, row ${row}: `));
    }
  });
});
