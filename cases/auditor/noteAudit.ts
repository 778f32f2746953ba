import type { Official } from '../../law/officials.ts';
import { actorOf } from '../officials/actorOf.ts';
import { writeEvidence } from '../record/evidence.ts';
import type { CaseRecord } from '../record/record.ts';

/** Keeps that an auditor looked into the evidence, and what he looked for, in his own chain of that day (Baku). */
export async function noteAudit(
  record: CaseRecord,
  official: Official,
  what: 'evidence-searched' | 'chain-verified' | 'evidence-exported',
  facts: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeEvidence(record, (day) => `read:${official.sub}:${day}`, actorOf(official), [{ what, facts }]);
}
