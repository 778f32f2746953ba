import { exportEvidence } from '../../../cases/auditor/exportEvidence.ts';
import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { readClock } from '../../../cases/findCases.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import type { OfficialPage } from '../../page.ts';
import { readSearch } from '../readSearch.ts';

/** The rows of a search as a file, with the checkpoints that cover them: it is verified offline, by anybody. */
export const exported: OfficialPage = {
  path: '/auditor/export',
  who: ['auditor'],
  get: async (visit) => {
    const { needs, official } = visit;
    const today = bakuDay((await readClock(needs.record)).legalNow);
    const { search, errors } = readSearch(visit, today);
    if (errors.length > 0) return { kind: 'see', path: visit.to('/auditor') };
    const { text, rows } = await exportEvidence(needs.record, search);
    await noteAudit(needs.record, official, 'evidence-exported', { ...search, rows: rows.length }, rows);
    return { kind: 'file', type: 'application/x-ndjson', name: `evidence-${today}.jsonl`, bytes: Buffer.from(text) };
  },
};
