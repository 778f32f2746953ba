import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { endProposal } from '../../cases/calendar/endProposal.ts';
import { notePaper, storeContract } from '../../cases/centre/papers.ts';
import { bookAppointment } from '../../cases/mission/bookAppointment.ts';
import { announce } from '../../cases/operator/announcements.ts';
import { inTransaction } from '../../cases/record/database.ts';
import { keepAnswer } from '../../cases/record/idempotency.ts';
import { inCase } from '../../cases/record/inCase.ts';
import { noteSignIn } from '../../cases/officials/accounts.ts';
import { declareParty } from '../../cases/reviewer/answerFile.ts';
import { openSlots } from '../../cases/mission/openSlots.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { handsOn } from '../cases/custody/hands.ts';
import { hands as copyHands } from '../cases/contract-copies/hands.ts';
import { applyOverApi } from '../pages/applying.ts';
import type { TestPages } from '../pages/openPages.ts';
import { invitedAt, officerOf, request } from '../support/atMission.ts';
import { FIRST, previewed, SECOND } from '../support/calendar.ts';
import { bringTo } from '../support/issuing.ts';
import { form } from '../support/record.ts';

/** A key under which another request was answered already: a deed that needs no body is let in by it and not done. */
export const USED_KEY = 'used-by-another-request-00000000';

/** Nothing in any world is called so; the mission is one that nobody of the matrix is of. */
export const NOWHERE = {
  number: 'QR-2026-999999',
  id: '00000000-0000-4000-8000-000000000000',
  chain: 'case:QR-2026-999999',
  step: 'nothing',
  kind: 'token',
  serial: 'T-0000',
  mission: 'ankara',
  day: '2026-04-09',
  year: '1999',
  area: 'nothing',
} as const;

/** A world with whatever a route can name, each thing belonging to somebody: made once, by the ordinary deeds. */
export async function makeWorld(pages: TestPages) {
  const submit = async (application: Parameters<TestPages['submit']>[0]) => ({
    kind: 'registered' as const,
    ...(await applyOverApi(pages, application)),
  });
  const real = { ...pages, submit } as unknown as TestPages;
  const custody = handsOn(pages);

  // One that the agencies have, one that waits at Berlin with an appointment, one whose contract is due in London.
  const opinions = await applyOverApi(pages);
  await pages.deliver(opinions.caseNumber);
  const berlin = await invitedAt(real, { mission: 'berlin' });
  const slots = await openBerlin(pages, '2026-04-07', ['10:00', '10:30']);
  await bookAppointment(pages.record, berlin.caseNumber, slots[0]?.id ?? '', request());
  const twice = await invitedAt(real, { mission: 'berlin' });
  await bookAppointment(pages.record, twice.caseNumber, slots[1]?.id ?? '', request());
  const london = await bringTo(pages, 'contract');
  await signContract(pages, london.caseNumber);
  const mending = await applyOverApi(pages);
  await bringTo(pages, 'centre', { caseNumber: mending.caseNumber });
  const garbled = await applyOverApi(pages);
  await pages.deliver(garbled.caseNumber);
  await pages.garble(garbled.caseNumber, 'internal-affairs');
  const atCentre = await bringTo(pages, 'centre');
  await pages.owner.run(`UPDATE "case" SET waits_for = 'centre:e-imza', waits_since = legal_now() WHERE number = $1`, [
    atCentre.caseNumber,
  ]);
  // A SIM card that its maker finds damaged before it goes anywhere is lacking again.
  const asan = await bringTo(pages, 'invitation', { form: 'citizen-asan' });
  await pages.owner.run(`UPDATE custody_item SET state = 'damaged' WHERE case_number = $1 AND kind = 'sim'`, [
    asan.caseNumber,
  ]);
  await asOwner(pages, {
    opinions: opinions.caseNumber,
    berlin: berlin.caseNumber,
    twice: twice.caseNumber,
    mending: mending.caseNumber,
  });
  for (const sub of REVIEWERS) {
    const reviewer = { capacity: 'reviewer', id: sub, body: sub.replace(/-reviewer-\d$/, '') } as const;
    await noteSignIn(pages.record, { sub, role: 'reviewer', body: reviewer.body as Agency, post: 'duty-desk' });
    await declareParty(pages.record, reviewer, opinions.caseNumber);
  }

  // Things under way: offered by the Centre, handed from ministry to courier, taken back, and one that differs.
  const offered = await bringTo(pages, 'invitation');
  const onTheWay = await bringTo(pages, 'invitation');
  const [ministry, courier] = ['ministry:foreign-affairs', 'courier:7'] as const;
  const offer = await custody.offer(offered.caseNumber, 'centre:e-imza', ministry, thingsOf(offered.serial));
  const taken = await custody.hand(onTheWay.caseNumber, 'centre:e-imza', ministry, thingsOf(onTheWay.serial));
  const toCourier = await custody.offer(onTheWay.caseNumber, ministry, courier, thingsOf(onTheWay.serial));
  const different = await bringTo(pages, 'invitation');
  const given = await custody.offer(different.caseNumber, 'centre:e-imza', ministry, thingsOf(different.serial));
  await custody.confirm(
    ministry,
    handoverOf(given),
    thingsOf(different.serial).map((item) => ({ ...item, found: 'missing' })),
  );
  const incident = await pages.owner.one<{ id: string }>(`SELECT id FROM incident WHERE kind = 'custody-difference'`);
  await copyHands(pages).sign(london.caseNumber, ['e-imza']);
  const bundle = await pages.owner.one<{ number: string }>(`SELECT case_number AS number FROM bundle`);
  const documents = (caseNumber: string) =>
    pages.owner.one<{ id: string }>(`SELECT id FROM upload WHERE case_number = $1 ORDER BY kind LIMIT 1`, [caseNumber]);
  const appointment = await pages.owner.one<{ id: string }>(`SELECT id FROM appointment WHERE case_number = $1`, [
    berlin.caseNumber,
  ]);

  return {
    pages,
    opinions: { ...opinions, document: (await documents(opinions.caseNumber)).id },
    berlin: {
      ...berlin,
      document: (await documents(berlin.caseNumber)).id,
      slot: slots[0]?.id ?? '',
      appointment: appointment.id,
    },
    london,
    offered: { ...offered, handover: handoverOf(offer) },
    onTheWay: { ...onTheWay, handover: handoverOf(toCourier), taken },
    twice,
    mending,
    waiting: atCentre.caseNumber,
    asan,
    incident: incident.id,
    bundle: bundle.number,
    garbled: garbled.caseNumber,
    proposals: await propose(pages),
    announcements: await announceAll(pages),
    /** The drafts, once their holders have opened them and put a file in. */
    drafts: { first: { id: '', file: '' }, second: { id: '', file: '' }, third: { id: '', file: '' } },
    /** What no log may hold: codes, and what stands in the demo's form. */
    secrets: [
      ...[opinions, berlin, mending].map(({ trackingCode }) => trackingCode),
      ...Object.values(form('foreigner-personal-token').applicant ?? {}).filter(
        (value): value is string => typeof value === 'string' && value.length > 5,
      ),
      '127.0.0.1',
      '203.0.113.',
    ],
    photograph: await readFile((await pages.makeFiles()).photograph),
  };
}

/** Of the first operator's proposals one waits, previewed, for a second person; one was withdrawn. */
async function propose({ record }: TestPages): Promise<{ waiting: string; withdrawn: string }> {
  const swap = (day: string, instead: string) =>
    ({ kind: 'enter', published: '2026-03-15', source: 'Qərar № 1', days: [{ day, kind: 'swap', instead }] }) as const;
  const { proposal: waiting } = await previewed(record, swap('2026-04-03', '2026-04-04'));
  const { proposal: withdrawn } = await previewed(record, swap('2026-04-10', '2026-04-11'));
  await endProposal(record, FIRST, { proposal: withdrawn, reason: 'a mistake' });
  return { waiting, withdrawn };
}

/** An announcement for each operator to take back. */
async function announceAll({ record }: TestPages): Promise<Readonly<Record<string, string>>> {
  const said = { from: '2027-01-01T00:00:00Z', until: '2027-01-02T00:00:00Z', text: { az: 'a', en: 'b', ru: 'c' } };
  const ids: Record<string, string> = {};
  for (const operator of [FIRST, SECOND]) {
    const outcome = await announce(record, operator, said, request());
    if (outcome.kind !== 'announced') throw new Error(JSON.stringify(outcome));
    ids[operator.id ?? ''] = outcome.id;
  }
  return ids;
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

const REVIEWERS = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'].flatMap((body) =>
  [1, 2].map((nth) => `${body}-reviewer-${nth}`),
);

/** What comes of procedures that do not run here: a record of silence signed, a deficiency found, a check that awaits a second officer. */
async function asOwner(
  pages: TestPages,
  { opinions, berlin, twice, mending }: Record<'opinions' | 'berlin' | 'twice' | 'mending', string>,
) {
  const { owner, record } = pages;
  await owner.run(
    `INSERT INTO document (id, case_number, kind, body, made_at, jws, signed_at)
     VALUES ($1, $2, 'record-of-silence', '{}', legal_now(), 'a.b.c', legal_now())`,
    [randomUUID(), berlin],
  );
  await owner.run(
    `INSERT INTO identity_check (case_number, n, appointment_id, officer, checked_at, verdict, items, originals_returned, state)
     SELECT case_number, 1, id, 'berlin-officer-3', legal_now(), 'match', '[]', true, 'awaits-second'
       FROM appointment WHERE case_number = $1`,
    [twice],
  );
  await owner.run(`UPDATE centre_request SET answer = 'deficiency', answered_at = legal_now() WHERE case_number = $1`, [
    mending,
  ]);
  await owner.run(
    `INSERT INTO deficiency (case_number, round, n, item, reason) VALUES ($1, 1, 1, '/applicant/surname', 'illegible')`,
    [mending],
  );
  const used = [
    ...[opinions, berlin, mending].flatMap((number) =>
      ['case/withdraw', 'POST /withdrawal', 'POST /application/appointment/cancellation'].map((route) => [
        route,
        number,
      ]),
    ),
    ...['berlin-officer-1', 'berlin-officer-2'].map((sub) => [
      `DELETE /missions/berlin/closing-days/${NOWHERE.day}`,
      sub,
    ]),
  ];
  await inTransaction(record.database.ordinary, async (tx) => {
    for (const [route = '', caller = ''] of used)
      await keepAnswer(tx, record, { route, caller, key: USED_KEY, body: 'another' }, {});
  });
}

async function signContract({ record, files }: TestPages, caseNumber: string): Promise<void> {
  const content = Buffer.from('%PDF-1.7 a contract');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const stored = await storeContract(record, files, { id: randomUUID(), sha256, content });
  await inCase(record, caseNumber, { capacity: 'procedure' }, async (tx, now, facts) => {
    await notePaper(tx, now, record, facts, { ...stored, kind: 'contract-signed' });
    return { outcome: null, evidence: [{ what: 'test' }] };
  });
}

/** The things an E-imza certificate comes with, as `bringTo` enters them. */
export function thingsOf(serial: string) {
  return [
    { kind: 'certificate', serial, copy: 1 },
    { kind: 'token', serial: `T-${serial}`, copy: 1 },
  ] as const;
}

function handoverOf(outcome: { kind: string; handoverId?: string } | null): string {
  if (outcome?.kind !== 'offered' || outcome.handoverId === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.handoverId;
}

async function openBerlin(pages: TestPages, day: string, times: string[]) {
  const mission: MissionId = 'berlin';
  const opened = await openSlots(pages.record, officerOf(mission), { mission, day, times, minutes: 30 }, request());
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  return opened.slots;
}
