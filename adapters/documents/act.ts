import { partyName } from '../../law/signature-issuance/partyWords.ts';
import type { ActFacts, Acts } from '../ports.ts';
import { inBaku } from './inBaku.ts';
import { drawDocument, type Pen } from './page.ts';

type Words = { az: string; en: string };

const SIDES: Record<'handed' | 'reported', { title: Words; giver: Words; taker: Words; items: Words }> = {
  handed: {
    title: { az: 'Təhvil-təslim aktı', en: 'Act of hand-over' },
    giver: { az: 'Təhvil verən', en: 'Giver' },
    taker: { az: 'Təhvil alan', en: 'Taker' },
    items: { az: 'Təhvil verilənlər', en: 'Things handed over' },
  },
  reported: {
    title: { az: 'Zədələnmiş və ya çatışmayan əşyalar barədə akt', en: 'Act of things damaged or missing' },
    giver: { az: 'Saxlayan', en: 'Holder' },
    taker: { az: 'Məlumat verilən', en: 'Reported to' },
    items: { az: 'Əşyalar', en: 'Things' },
  },
};

const STATES: Record<ActFacts['state'], Words> = {
  offered: { az: 'təhvil verilib, hələ təsdiqlənməyib', en: 'offered, not confirmed yet' },
  taken: { az: 'təhvil alınıb', en: 'taken over' },
  difference: { az: 'fərqlə təhvil alınıb', en: 'taken over with a difference' },
  reported: { az: 'saxlayan fərq barədə məlumat verib', en: 'a difference reported by the holder' },
  recalled: { az: 'geri götürülüb', en: 'taken back by the giver' },
};
const KINDS: Record<ActFacts['items'][number]['kind'], Words> = {
  token: { az: '“token”', en: 'token' },
  sim: { az: 'SIM kart', en: 'SIM card' },
  certificate: { az: 'sertifikat', en: 'certificate' },
  'certificate-contract': { az: 'sertifikatın verilməsinə dair müqavilə', en: 'certificate contract' },
  'sim-contract': { az: 'SIM kartdan istifadəyə dair müqavilə', en: 'SIM card contract' },
};
const FINDINGS: Record<NonNullable<ActFacts['items'][number]['found']>, Words> = {
  'as-listed': { az: 'siyahıdakı kimi', en: 'as listed' },
  missing: { az: 'çatışmır', en: 'missing' },
  damaged: { az: 'zədələnib', en: 'damaged' },
  'wrong-number': { az: 'başqa nömrə', en: 'another number' },
};

/** The drawing of acts of hand-over (R1598/2.10, 2.15-2.18), in Azerbaijani and English, as PDF. */
export function acts(): Acts {
  return { draw };
}

function draw(facts: ActFacts): Promise<Uint8Array> {
  const { nature, number, caseNumber, clause, state, offeredAt, answeredAt } = facts;
  const sides = SIDES[state === 'reported' ? 'reported' : 'handed'];
  return drawDocument({ nature, title: sides.title, at: answeredAt ?? offeredAt }, (pen) => {
    pen.line({ az: 'Aktın nömrəsi', en: 'Number of the act' }, number);
    pen.line({ az: 'İş', en: 'Case' }, caseNumber);
    pen.line({ az: 'Əsas', en: 'Under' }, clause);
    pen.line({ az: 'Vəziyyəti', en: 'State' }, both(STATES[state]));

    pen.heading(sides.giver);
    pen.line({ az: 'Tərəf', en: 'Party' }, nameOf(facts.giver));
    pen.line({ az: 'Vəzifəli şəxs', en: 'Official' }, facts.offeredBy);
    pen.line({ az: 'Vaxtı', en: 'At' }, inBaku(offeredAt));

    pen.heading(sides.taker);
    pen.line({ az: 'Tərəf', en: 'Party' }, nameOf(facts.taker));
    drawAnswer(pen, facts);

    pen.heading(sides.items);
    for (const [at, item] of facts.items.entries()) pen.line(numbered(at + 1, KINDS[item.kind]), told(item));
    if (state === 'offered' || facts.taker === 'applicant') pen.signatures([sides.taker]);
  });
}

/** What stands of the taker: nothing until he answered; the applicant answers by signing the paper (R1598/2.15). */
function drawAnswer(pen: Pen, { state, taker, answeredAt, answeredBy, paperNumber }: ActFacts): void {
  if (answeredAt === null || state === 'reported') return;
  if (state === 'recalled') {
    pen.line({ az: 'Geri götürülüb', en: 'Taken back at' }, inBaku(answeredAt));
    return;
  }
  if (taker === 'applicant')
    pen.line({ az: 'İmzalanmış aktın nömrəsi', en: 'Number of the signed paper' }, paperNumber ?? '');
  else pen.line({ az: 'Vəzifəli şəxs', en: 'Official' }, answeredBy ?? '');
  pen.line({ az: 'Vaxtı', en: 'At' }, inBaku(answeredAt));
}

function told({ kind, serial, copy, found, foundSerial }: ActFacts['items'][number]): string {
  const which = kind.endsWith('-contract') ? `№ ${serial}, nüsxə / copy ${String(copy)}` : `№ ${serial}`;
  if (found === null) return which;
  return `${which}: ${both(FINDINGS[found])}${foundSerial === null ? '' : ` (№ ${foundSerial})`}`;
}

function numbered(n: number, { az, en }: Words): Words {
  return { az: `${String(n)}. ${az}`, en };
}

function both({ az, en }: Words): string {
  return `${az} / ${en}`;
}

function nameOf(party: ActFacts['giver']): string {
  return `${partyName(party, 'az')} / ${partyName(party, 'en')}`;
}
