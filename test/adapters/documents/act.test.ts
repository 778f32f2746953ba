import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { acts } from '../../../adapters/documents/act.ts';
import { readPdf } from '../../../adapters/files/readPdf.ts';
import type { ActFacts } from '../../../adapters/ports.ts';

const FACTS: ActFacts = {
  nature: 'rehearsal',
  number: 'QR-2026-000001/0a1b2c3d',
  caseNumber: 'QR-2026-000001',
  clause: 'R1598/2.10',
  giver: 'courier:7',
  taker: 'mission:berlin',
  state: 'difference',
  offeredAt: '2026-03-16T20:30:00.000Z',
  offeredBy: 'official-a',
  answeredAt: '2026-03-18T05:15:30.000Z',
  answeredBy: 'official-b',
  paperNumber: null,
  items: [
    { kind: 'token', serial: 'T-77', copy: 1, found: 'as-listed', foundSerial: null },
    { kind: 'sim-contract', serial: 'K-5', copy: 2, found: 'wrong-number', foundSerial: 'K-6' },
  ],
};

/** The text of a PDF as another program reads it; null where that program is not installed. */
async function textOf(facts: ActFacts): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-act-'));
  try {
    await writeFile(join(folder, 'act.pdf'), await acts().draw(facts));
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'act.pdf'), '-']);
    return stdout;
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return null;
    throw fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('R1598/2.10: an act is the same bytes for the same facts, whenever it is drawn, and a readable document', async () => {
  const first = await acts().draw(FACTS);
  await delay(1_100);
  assert.deepEqual(await acts().draw({ ...FACTS }), first);
  assert.notDeepEqual(await acts().draw({ ...FACTS, nature: 'production' }), first);
  assert.deepEqual(await readPdf(first), { kind: 'readable', pages: 1, signed: false });
});

test('R1598/2.10: an act names number, both parties and officials, the things and how they were found, in Baku time', async (t) => {
  const text = await textOf(FACTS);
  if (text === null) return t.skip('pdftotext is not installed');
  for (const said of [
    FACTS.number,
    'REHEARSAL',
    'SINAQ REJİMİ',
    'kuryer 7',
    'Berlin, səfirlik',
    'official-a',
    'official-b',
    '17.03.2026 00:30:00',
    '18.03.2026 09:15:30',
    '№ T-77: siyahıdakı kimi',
    'K-6',
  ])
    assert.ok(text.includes(said), `${said} is not in:\n${text}`);
  assert.ok(!text.includes('____'), 'both have signed');
});

test('R1598/2.10, R1598/2.15: where the taker has not answered, or is the applicant, there is room for his signature', async (t) => {
  const open = await textOf({ ...FACTS, state: 'offered', answeredAt: null, answeredBy: null });
  if (open === null) return t.skip('pdftotext is not installed');
  assert.ok(open.includes('____') && !open.includes('official-b'));
  const paper = await textOf({ ...FACTS, state: 'taken', taker: 'applicant', paperNumber: 'Akt № 9' });
  assert.ok(paper?.includes('____') && paper.includes('Akt № 9'));
});

test('R1598/2.16: an act of a bundle of two hundred copies goes over pages, each marked as a rehearsal', async (t) => {
  const items = Array.from({ length: 200 }, (_, at) => ({
    ...{ kind: 'certificate-contract' as const, serial: `C-${String(at)}`, copy: 2, found: null, foundSerial: null },
  }));
  const text = await textOf({ ...FACTS, items });
  if (text === null) return t.skip('pdftotext is not installed');
  const pages = text.split('\f').slice(0, -1);
  assert.ok(pages.length > 2);
  for (const page of pages) assert.ok(page.includes('REHEARSAL'));
  for (const { serial } of items) assert.ok(text.includes(serial));
});
