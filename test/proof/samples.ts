import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { canonicalText } from '../../proof/canonical.ts';
import type { RecordOfSilence } from '../../proof/silence.ts';

/** A coherent record of silence over Novruz 2026: received on Thursday 19 March, three working days, end 3 April. */
export function silenceRecord(): RecordOfSilence {
  const days = [
    { date: '2026-03-19', counted: false, why: 'received' },
    ...['2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'].map(off('novruz')),
    ...['2026-03-25', '2026-03-26', '2026-03-27'].map(off('moved:novruz')),
    ...['2026-03-28', '2026-03-29'].map(off('weekend')),
    off('moved:ramazan')('2026-03-30'),
    ...['2026-03-31', '2026-04-01', '2026-04-02'].map((date) => ({ date, counted: true, why: 'working-day' })),
  ];
  return {
    kind: 'record-of-silence',
    version: 1,
    nature: 'production',
    installation: '7d3c4a0e-4b4e-4f0e-9f7e-1c1f5f3f2b11',
    caseNumber: 'QR-2026-000001',
    clause: 'R1598/2.8',
    decidedAt: '2026-04-02T20:00:00.003Z',
    agencies: AGENCIES.map((agency, i) => ({
      agency,
      request: `00000000-0000-4000-8000-00000000000${i}`,
      delivered: { at: '2026-03-19T06:00:00.000Z', how: 'acknowledged' },
      reminders: [{ at: '2026-04-01T20:00:00.120Z' }],
      term: {
        workingDays: 3,
        days: days.map((day) => ({ ...day })),
        endsAt: '2026-04-02T20:00:00.000Z',
        calendarVersion: '2025-12-31/65/1f0c9a2e',
        provisional: false,
        extensions: [],
      },
      opinion: i === 1 ? { at: '2026-03-19T07:00:00.000Z', kind: 'nothing-against' as const } : null,
      outages: i === 2 ? [{ channel: 'x-road', from: '2026-03-20T01:00:00.000Z', to: '2026-03-20T01:05:00.000Z' }] : [],
    })),
    outcome: 'approved-by-silence',
  };
}

function off(why: string) {
  return (date: string) => ({ date, counted: false, why });
}

/** The exact bytes of a JSON value, as they are signed. */
export function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(canonicalText(value), 'utf8');
}

/** Calls `use` with a fresh folder and removes it afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-proof-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
