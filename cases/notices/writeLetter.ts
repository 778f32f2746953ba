import type { Letter } from '../../adapters/ports.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { complaintAct } from '../../law/signature-issuance/complaint.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';
import { missionName } from '../../law/signature-issuance/missions.ts';
import { describeRefusal } from '../../law/signature-issuance/refusalWords.ts';
import { statements } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { StoredFacts } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import type { DueNotice } from './takeDue.ts';
import { writeNotice } from './words/writeNotice.ts';

/** What letters are written with besides the record: public addresses and the agencies' mailboxes. */
export type LetterNeeds = { publicUrl: string; inboxUrl: string; agencyMail: Readonly<Record<Agency, string>> };

type CaseFacts = { sealed_key: Buffer; sealed_form: Buffer };

/** Writes the letter of a notice: words in the reader's language, the address looked up now. Its Message-ID is the notice's id. */
export async function writeLetter(record: CaseRecord, needs: LetterNeeds, notice: DueNotice): Promise<Letter> {
  const tx = statements(record.database.ordinary);
  const { nature } = await tx.one<{ nature: 'production' | 'rehearsal' }>(`SELECT nature FROM installation`);
  const ofCase =
    notice.case_number === null
      ? null
      : await tx.one<CaseFacts>(`SELECT sealed_key, sealed_form FROM "case" WHERE number = $1`, [notice.case_number]);
  const key = ofCase === null ? record.seal.keyFor('notice') : record.seal.openKey(ofCase.sealed_key);
  const facts: unknown = JSON.parse(unseal(key, notice.sealed_facts).toString());
  const applicantMail = ofCase === null ? undefined : openForm(record, ofCase).application.applicant?.email;
  const to =
    notice.recipient === 'applicant'
      ? (applicantMail ?? (facts as { to: string }).to)
      : needs.agencyMail[notice.recipient as Agency];
  return { messageId: notice.id, to, language: notice.language, ...words(notice, facts, nature, needs) };
}

function words(
  { kind, language, made_at }: DueNotice,
  stored: unknown,
  nature: 'production' | 'rehearsal',
  { publicUrl, inboxUrl }: LetterNeeds,
): { subject: string; text: string } {
  const facts = <K extends keyof StoredFacts>() => ({ ...(stored as StoredFacts[K]), nature });
  switch (kind as keyof StoredFacts) {
    case 'registered': {
      const given = facts<'registered'>();
      const mission = missionName(given.mission, language);
      return writeNotice('registered', language, { ...given, mission, statusUrl: `${publicUrl}/api/v1/status` });
    }
    case 'mend-this': {
      const items = facts<'mend-this'>().items.map((item) => describeItem(item, language));
      return writeNotice('mend-this', language, { items, nature });
    }
    case 'refused': {
      const { clause } = facts<'refused'>();
      return writeNotice('refused', language, { clause, reasonText: describeRefusal(clause, language), nature });
    }
    case 'negative-opinion':
      return writeNotice('negative-opinion', language, {
        ...facts<'negative-opinion'>(),
        complaint: complaintAct(bakuDay(made_at), language),
      });
    case 'approved-by-silence': {
      const given = facts<'approved-by-silence'>();
      const days = given.days.map((day) => ({ ...day, why: DAY_WORDS[language][day.why] ?? day.why }));
      return writeNotice('approved-by-silence', language, { ...given, days });
    }
    case 'withdrawn':
      return writeNotice('withdrawn', language, facts<'withdrawn'>());
    case 'end-moved':
      return writeNotice('end-moved', language, facts<'end-moved'>());
    case 'agency-reminder':
      return writeNotice('agency-reminder', language, facts<'agency-reminder'>());
    case 'agency-file-in-inbox':
      return writeNotice('agency-file-in-inbox', language, {
        ...facts<'agency-file-in-inbox'>(),
        inboxUrl,
      });
  }
}
