import { deadline, type Deadline } from '../../law/calendar/workingDays.ts';
import { endAfterOutages, type Extension, totalOutages } from '../../law/signature-issuance/outages.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { calendarKnownOn, parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { answeringChannels, readOutages } from './readOutages.ts';
import { readStandings, type Standing } from './standings.ts';

/**
 * Reads the standings and, where the dated parameter of ADR 3 says that an outage moves a term's end, moves the ends
 * that would otherwise have passed, before anybody decides by them. With the default (none) it changes nothing.
 */
export async function standingsAfterOutages(
  tx: Tx,
  now: string,
  facts: CaseRow,
): Promise<{ standings: Standing[]; entries: Entry[] }> {
  const standings = await readStandings(tx, facts.number, now);
  const ended = standings.filter((standing) => standing.ended && standing.closed_at === null);
  if (ended.length === 0) return { standings, entries: [] };
  const parameter = await parameterInForce(tx, 'outage-extends-term', bakuDay(facts.registered_at));
  if (parameter === 'none') return { standings, entries: [] };

  const outages = totalOutages(await readOutages(tx, now), await answeringChannels(tx), now);
  // What cannot be counted throws before anything is changed.
  const moved: { agency: Agency; endsAt: string; explanation: string; extensions: Extension[] }[] = [];
  for (const standing of ended) {
    const { started_at: startedAt, explanation } = standing;
    if (startedAt === null || explanation === null) continue;
    const stored = JSON.parse(explanation) as Deadline & { extensions: Extension[] };
    const calendar = await calendarKnownOn(tx, bakuDay(startedAt));
    const oneDayMore = deadline(calendar, startedAt, stored.workingDays + 1).endsAt;
    const { endsAt, extensions } = endAfterOutages({ ...stored, startedAt, oneDayMore }, outages, parameter, now);
    if (Date.parse(endsAt) === Date.parse(standing.ends_at ?? endsAt)) continue;
    moved.push({ agency: standing.agency, endsAt, explanation: JSON.stringify({ ...stored, extensions }), extensions });
  }
  const entries: Entry[] = [];
  for (const { agency, endsAt, explanation, extensions } of moved) {
    await tx.run(
      `UPDATE term SET ends_at = $3, explanation = $4 WHERE case_number = $1 AND clause = 'R1598/2.8' AND holder = $2`,
      [facts.number, agency, endsAt, explanation],
    );
    entries.push({ what: 'term-extended', clause: 'R1598/2.8', facts: { agency, endsAt, extensions } });
  }
  return { standings: entries.length === 0 ? standings : await readStandings(tx, facts.number, now), entries };
}
