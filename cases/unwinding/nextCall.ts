import type { Centre } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';

/** A call to another system that is due; `messageId` stays the same over every attempt. */
export type UnwindingCall =
  | { what: 'tell-centre'; n: number; centre: Centre; messageId: string; why: 'withdrawn' | 'mismatch' | 'lapsed' }
  | { what: 'cancel-fin'; n: number; messageId: string; fin: string };

type Row = {
  n: number;
  what: 'tell-centre' | 'cancel-fin';
  about: string;
  holder: string;
  outcome: 'withdrawn' | 'mismatch' | 'lapsed';
  sealed_key: Buffer | null;
  sealed_fin: Buffer | null;
};

const NEXT = `
  SELECT u.n, u.what, u.about, u.holder, c.outcome, p.sealed_key, p.sealed_fin
    FROM unwinding u JOIN "case" c ON c.number = u.case_number
    LEFT JOIN virtual_fin v ON u.what = 'cancel-fin' AND v.case_number = u.case_number
    LEFT JOIN person p ON p.id = v.person_id AND p.source = 'drawn'
   WHERE u.case_number = $1 AND u.next_attempt_at <= machine_now()
     AND u.n = (SELECT min(n) FROM unwinding
                 WHERE case_number = $1 AND done_at IS NULL AND what IN ('tell-centre', 'cancel-fin'))`;

/**
 * The first call that an ended case still needs, if it is due; null otherwise. The FIN of an identity card is never in
 * one (R1598/2.8-citizen): of such a person nothing is read here.
 */
export async function nextCall(record: CaseRecord, caseNumber: string): Promise<UnwindingCall | null> {
  const row = await statements(record.database.ordinary).maybe<Row>(NEXT, [caseNumber]);
  if (row === null) return null;
  const { n, what, about: messageId, outcome: why } = row;
  switch (what) {
    case 'tell-centre':
      return { what, n, centre: row.holder.slice('centre:'.length) as Centre, messageId, why };
    case 'cancel-fin': {
      if (messageId === '' || row.sealed_key === null || row.sealed_fin === null) return null;
      return { what, n, messageId, fin: unseal(record.seal.openKey(row.sealed_key), row.sealed_fin).toString() };
    }
  }
}
