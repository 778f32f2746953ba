import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { EXPORT_MOST, searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { readClock } from '../../../cases/findCases.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import type { OfficialPage } from '../../page.ts';
import { readSearch } from '../readSearch.ts';

/** The rows of a search as a file: one JSON object a line with the exact text and its hashes, to be verified elsewhere. */
export const exported: OfficialPage = {
  path: '/auditor/export',
  who: ['auditor'],
  get: async (visit) => {
    const { needs, official } = visit;
    const today = bakuDay((await readClock(needs.record)).legalNow);
    const { search, errors } = readSearch(visit, today);
    if (errors.length > 0) return { kind: 'see', path: visit.to('/auditor') };
    const rows = await searchEvidence(needs.record, search, EXPORT_MOST);
    await noteAudit(needs.record, official, 'evidence-exported', { ...search, rows: rows.length });
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    return { kind: 'file', type: 'application/x-ndjson', name: `evidence-${today}.jsonl`, bytes: Buffer.from(lines) };
  },
};
