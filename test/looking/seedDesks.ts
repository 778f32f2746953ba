import { randomUUID } from 'node:crypto';
import { offerHandover } from '../../cases/custody/offerHandover.ts';
import { announce } from '../../cases/operator/announcements.ts';
import { beat } from '../../cases/record/heartbeat.ts';
import { withdraw } from '../../cases/signature-issuance/withdraw.ts';
import { recordFailedDelivery } from '../../cases/signature-issuance/recordFailedDelivery.ts';
import { applyOverApi } from '../pages/applying.ts';
import type { TestPages } from '../pages/openPages.ts';
import { moveAllTo, request } from '../support/issuing.ts';
import { form } from '../support/record.ts';
import { must } from './seedPast.ts';
import type { seedMissions } from './seedMissions.ts';
import { TIMES } from './times.ts';

const TEXT = {
  az: 'Anbarın dəyişdirilməsi: səhifələr iki saat açılmaya bilər. Müddətlərə təsiri yoxdur.',
  en: 'The storage is replaced: pages may be closed for two hours. No term is touched.',
  ru: 'Замена хранилища: страницы могут не открываться два часа. На сроки это не влияет.',
};

/** Files before the agencies, ending today, tomorrow and later; one not delivered, one withdrawn, one taken. */
export async function seedQueue(pages: TestPages) {
  const apply = (person: string, name = 'foreigner-germany') => applyOverApi(pages, form(name, person));
  await pages.freeze(TIMES.lastDay);
  const lastDay = await apply('C01LOOK20');
  await pages.deliver(lastDay.caseNumber);
  await pages.freeze(TIMES.middle);
  const middle = await apply('F01LOOK21', 'foreigner-france');
  await pages.deliver(middle.caseNumber);
  const withdrawn = await apply('C01LOOK22');
  await pages.deliver(withdrawn.caseNumber);
  await pages.freeze(TIMES.newest);
  const asked = await apply('C01LOOK23');
  await pages.deliver(asked.caseNumber);
  await pages.opine(asked.caseNumber, 'foreign-affairs', { kind: 'nothing-against' });
  must(await withdraw(pages.record, withdrawn.caseNumber, request()), 'withdrawn');
  await pages.freeze(TIMES.now);
  const unreached = await apply('T01LOOK24', 'foreigner-turkey');
  await pages.deliver(unreached.caseNumber, ['internal-affairs', 'foreign-affairs', 'foreign-intelligence']);
  for (let n = 0; n < 3; n += 1)
    await recordFailedDelivery(pages.record, {
      caseNumber: unreached.caseNumber,
      agency: 'state-security',
      failure: 'unreachable',
    });
  await pages.garble(lastDay.caseNumber, 'foreign-intelligence');
  return { lastDay, middle, withdrawn, asked, unreached };
}

/** What lies at the operator's desk, in hands and on the way: incidents, an outage, differences, an announcement. */
export async function seedDesks(
  pages: TestPages,
  { way, copies }: Pick<Awaited<ReturnType<typeof seedMissions>>, 'way' | 'copies'>,
): Promise<{ handover: string }> {
  const { owner, record } = pages;
  const items = await owner.many<{ kind: 'certificate'; serial: string; copy: 1 }>(
    `SELECT kind, serial, copy FROM custody_item WHERE case_number = $1 ORDER BY kind`,
    [way.caseNumber],
  );
  const centre = { capacity: 'centre-officer', id: 'centre-e-imza-1', party: 'centre:e-imza' } as const;
  const offered = must(
    await offerHandover(
      record,
      centre,
      { caseNumber: way.caseNumber, taker: 'ministry:foreign-affairs', items },
      request(),
    ),
    'offered',
  );
  await beat(record, 'pages');
  await beat(record, 'agency-endpoint');
  await owner.run(
    `INSERT INTO outage (channel, began_at, ended_at, legal_began_at, legal_ended_at)
     VALUES ('agency-endpoint', machine_now(), machine_now(), '2026-04-14T03:10:00+04', '2026-04-14T04:25:00+04')`,
  );
  await owner.run(
    `INSERT INTO difference (id, run, kind, about, facts, found_at, mended_at, how)
     VALUES ($1, $2, 'case-without-workflow', $3, '{}', legal_now(), legal_now(), 'woken')`,
    [randomUUID(), randomUUID(), copies.caseNumber],
  );
  await unheard(pages, copies.caseNumber);
  const operator = { capacity: 'operator', id: 'operator-1' } as const;
  const announced = { from: '2026-04-18T22:00:00+04:00', until: '2026-04-19T00:00:00+04:00', text: TEXT };
  must(await announce(record, operator, announced, request()), 'announced');
  return { handover: offered.kind === 'offered' ? offered.handoverId : '' };
}

/** A notice that no channel carried, as the postman would have given it up. */
async function unheard({ owner }: TestPages, caseNumber: string): Promise<void> {
  const { event } = await owner.one<{ event: string }>(
    `UPDATE notice SET state = 'failed', attempts = 6, ended_at = legal_now()
      WHERE id = (SELECT id FROM notice WHERE case_number = $1 AND recipient = 'applicant' AND event_id IS NOT NULL
                   ORDER BY made_at DESC, id LIMIT 1) RETURNING event_id AS event`,
    [caseNumber],
  );
  await owner.run(
    `INSERT INTO incident (id, case_number, kind, holder, opened_at)
     VALUES ($1, $2, 'notice-undelivered', $3, legal_now())`,
    [randomUUID(), caseNumber, event],
  );
}

/** Something in every pair of hands the courier and the mission show. */
export async function putInHands(
  pages: TestPages,
  { booked, second }: Pick<Awaited<ReturnType<typeof seedMissions>>, 'booked' | 'second'>,
): Promise<void> {
  await moveAllTo(pages, booked, 'mission:berlin');
  await moveAllTo(pages, second, 'courier:7');
}
