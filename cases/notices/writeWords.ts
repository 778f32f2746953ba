import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import { complaintAct } from '../../law/signature-issuance/complaint.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';
import { missionName, missionZone } from '../../law/signature-issuance/missions.ts';
import { partyName } from '../../law/signature-issuance/partyWords.ts';
import { describeRefusal } from '../../law/signature-issuance/refusalWords.ts';
import { describeFault } from './describeFault.ts';
import type { OpenedNotice } from './openNotice.ts';
import { pageOf } from './pageOf.ts';
import type { Language } from './words/facts.ts';
import { writeNotice } from './words/writeNotice.ts';

/** Where the portal and the agencies' inbox are. */
export type Places = { publicUrl: string; inboxUrl: string };

/** Subject and text of an opened notice: codes become the law's words, posts their names and zones. */
export function writeWords(
  { stored, nature }: OpenedNotice,
  { language, madeAt, recipient }: { language: Language; madeAt: string; recipient: string },
  { publicUrl, inboxUrl }: Places,
): { subject: string; text: string } {
  const at = (path: string) => `${publicUrl}/${language}/${path}`;
  const complaint = () => complaintAct(bakuDay(madeAt), language);
  const place = (mission: string) => ({ mission: missionName(mission, language), zone: missionZone(mission) });
  const bookUrl = at('case/appointment');
  const page = pageOf(stored, recipient);
  const frame = { nature, ...(page !== null && { page: at(page) }) };
  const { kind, facts } = stored;
  switch (kind) {
    case 'registered':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), ...frame, statusUrl: at('case') });
    case 'sign-in-code':
      return writeNotice(kind, language, { code: facts.code, ...frame });
    case 'mend-this': {
      const items = facts.items.map((item) => describeItem(item, language));
      return writeNotice(kind, language, { items, ...frame });
    }
    case 'refused': {
      const { clause } = facts;
      return writeNotice(kind, language, { clause, reasonText: describeRefusal(clause, language), ...frame });
    }
    case 'approved-by-silence': {
      const days = facts.days.map((day) => ({ ...day, why: DAY_WORDS[language][day.why] ?? day.why }));
      return writeNotice(kind, language, { ...facts, days, ...frame });
    }
    case 'negative-opinion':
    case 'centre-refusal':
      return writeNotice(kind, language, { ...facts, ...frame, complaint: complaint() });
    case 'lapsed':
      return writeNotice(kind, language, { ...facts, ...frame, complaint: complaint() });
    case 'withdrawn':
      return writeNotice(kind, language, { ...facts, ...frame });
    case 'end-moved':
      return writeNotice(kind, language, { ...facts, ...frame });
    case 'agency-reminder':
      return writeNotice(kind, language, { ...facts, ...frame });
    case 'issued':
      return writeNotice(kind, language, { ...facts, ...frame });
    case 'agency-file-in-inbox':
      return writeNotice(kind, language, { ...facts, inboxUrl, ...frame });
    case 'centre-deficiency': {
      const items = facts.items.map((fault) => describeFault(fault, language));
      return writeNotice(kind, language, { ...facts, items, ...frame, mendUrl: at('case/mend') });
    }
    case 'mismatch': {
      const items = facts.items.map((fault) => describeFault(fault, language));
      return writeNotice(kind, language, { ...facts, items, ...frame, complaint: complaint() });
    }
    case 'issuance-decided':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), ...frame });
    case 'mission-decision-arrived':
    case 'invitation-overdue':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), ...frame });
    case 'invited':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), bookUrl, ...frame });
    case 'no-show':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), bookUrl, ...frame });
    case 'appointment-booked':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), ...frame });
    case 'appointment-cancelled':
      return writeNotice(kind, language, { ...facts, ...place(facts.mission), bookUrl, ...frame });
    case 'term-reminder':
    case 'term-overdue':
      return writeNotice(kind, language, { ...facts, holder: partyName(facts.holder, language), ...frame });
  }
}
