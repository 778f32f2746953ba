import type { Official } from '../../law/officials.ts';
import { actorOf } from '../officials/actorOf.ts';
import { noteRead } from '../officials/noteRead.ts';
import { writeEvidence } from '../record/evidence.ts';
import type { CaseRecord } from '../record/record.ts';

const OF_CASE = 'case:';

/**
 * Keeps that an auditor looked into the evidence, and what he looked for, in his own chain of that day (Baku); and for each
 * case among the chains he was shown, that it was read: its applicant sees who looked (ADR 37).
 */
export async function noteAudit(
  record: CaseRecord,
  official: Official,
  what: 'evidence-searched' | 'chain-verified' | 'evidence-exported',
  facts: Readonly<Record<string, unknown>>,
  shown: readonly { chain: string }[] = [],
): Promise<void> {
  const cases = shown.flatMap(({ chain }) => (chain.startsWith(OF_CASE) ? [chain.slice(OF_CASE.length)] : []));
  if (cases.length > 0) await noteRead(record, official, 'read-evidence', { cases: [...new Set(cases)] });
  await writeEvidence(record, (day) => `read:${official.sub}:${day}`, actorOf(official), [{ what, facts }]);
}
