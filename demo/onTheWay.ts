import type { IncidentView } from '../cases/findCases.ts';
import type { Telling } from './atTheCounter.ts';
import { OFFICIALS, type Thing } from './officials.ts';
import { until } from './until.ts';

type Deficiencies = { items: { label: string; detail: string }[] };

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
/** The Ministry's courier in all of the demo. */
export const COURIER = 'courier:7';

/** A case at its Centre, and its things on their way (R1598/2.9, 2.10): hand-overs, a difference, a way back; each step told. */
export function onTheWay({ stage, steps, own, told, tell }: Telling) {
  const { officials, parties, portal } = stage;
  const { words } = told;
  const centreOf = () => `centre:${own().centre}` as const;
  const missionOf = () => `mission:${own().mission}`;

  let damaged: Thing[] = [];

  const carry = async (giver: string, taker: string): Promise<void> => {
    const { things } = await steps.carry(own(), giver, taker);
    tell(words.carried(told.things(things), told.party(giver), told.party(taker)), '/custody');
  };
  const incident = async (): Promise<IncidentView> => {
    const asked = officials.ask<{ incidents: IncidentView[] }>(OFFICIALS.operator, 'GET', '/incidents');
    const { incidents } = await officials.must('the incidents', asked);
    const found = incidents.find(
      ({ kind, caseNumber }) => kind === 'custody-difference' && caseNumber === own().caseNumber,
    );
    if (found === undefined) throw new Error('no incident stands at the desk');
    return found;
  };
  const finWasCancelled = async (): Promise<boolean> => {
    const path = `/cases/${own().caseNumber}/evidence`;
    const asked = officials.ask<{ rows: { body: string }[] }>(OFFICIALS.auditor, 'GET', path);
    const { rows } = await officials.must('the evidence', asked);
    return rows
      .map(({ body }) => JSON.parse(body) as { what: string; facts?: { step?: string } })
      .some(({ what, facts }) => what === 'unwound' && facts?.step === 'cancel-fin');
  };

  return {
    /** Tells the Centre beforehand that it is to send this case back once, for these items. */
    willBeDeficient: (items: { item: string; reason: string }[]) =>
      parties.instruct(own().centre, own().caseNumber, { kind: 'deficiency', items }),
    /** Waits until the Centre's decision has reached the mission. */
    async decidedByCentre(): Promise<void> {
      const { furtherTerms } = await until('the decision of the Centre', async () => {
        const now = await steps.view(own());
        return now.stage === 'invitation' && now;
      });
      const endsAt = furtherTerms.find(({ clause }) => clause === 'R1598/2.11')?.endsAt ?? '';
      tell(words.centreDecided(told.Party(centreOf()), told.mission(own().mission), told.when(endsAt)), '/case');
    },
    /** Waits until the Centre has sent the case back, and tells of every deficiency as its applicant reads it. */
    async deficient(): Promise<void> {
      const { waitsFor } = await until('the deficiency', async () => {
        const now = await steps.view(own());
        return now.stage === 'centre' && now.waitsFor?.party === 'applicant' && now;
      });
      const shown = portal.asApplicant<Deficiencies>(own().access.token, 'GET', '/api/v1/application/mending');
      const { items } = await officials.must('the deficiencies', shown);
      tell(words.deficient(told.Party(centreOf()), items.length, told.when(waitsFor?.since ?? '')), '/case/mend');
      for (const { label, detail } of items) stage.write(`        ${label}: ${detail}`);
    },
    /** The applicant sends a new photograph. */
    async mend(): Promise<void> {
      const { body } = await portal.upload('photograph', stage.files.photograph);
      const mending = { uploads: [body.id] };
      const sent = portal.asApplicant(own().access.token, 'POST', '/api/v1/application/mending', mending);
      await officials.must('the mending', sent);
      tell(words.mended, '/case/mend');
    },
    /** The portal operator brings SIM card and SIM contract. */
    async bringSim(): Promise<void> {
      const things = await steps.enterSim(own());
      tell(words.simEntered(told.party('portal-operator'), told.things(things)), '/custody');
    },
    /** Whoever made the things hands them to the Ministry of Foreign Affairs. */
    async toMinistry(): Promise<void> {
      await carry(centreOf(), FOREIGN_AFFAIRS);
      if (own().mobileOperator !== null) await carry('portal-operator', FOREIGN_AFFAIRS);
    },
    toCourier: () => carry(FOREIGN_AFFAIRS, COURIER),
    toMission: () => carry(COURIER, missionOf()),
    /** The mission finds the token damaged and takes over the rest. */
    async damagedOnArrival(): Promise<void> {
      const items = await steps.heldOf(COURIER, own());
      const offered = await officials.must('the offer', officials.offer(own().caseNumber, COURIER, missionOf(), items));
      const found = items.map((item) => ({
        ...item,
        found: item.kind === 'token' ? ('damaged' as const) : ('as-listed' as const),
      }));
      const confirmed = officials.confirm(missionOf(), String(offered['handoverId']), found);
      await officials.must('the confirmation', confirmed);
      damaged = items.filter(isToken);
      tell(words.damaged(told.things(damaged), told.Party(missionOf())), '/custody');
      await incident();
      tell(words.chainStopped);
    },
    /** The operator settles the difference: the damaged token goes the whole way back. */
    async sendBack(): Promise<void> {
      const settlement = damaged.map((item) => ({ ...item, settlement: 'to-go-back' as const }));
      const { id } = await incident();
      await officials.must('the settlement', officials.settleDifference(id, settlement));
      tell(words.settled(told.things(damaged)), '/operator/incidents');
      await carry(COURIER, FOREIGN_AFFAIRS);
      await carry(FOREIGN_AFFAIRS, centreOf());
    },
    /** The Centre enters a new token in place of the damaged one. */
    async replaceToken(serial: string): Promise<void> {
      const items: Thing[] = [{ kind: 'token', serial }];
      await officials.must('the new token', officials.enterItems(centreOf(), own().caseNumber, { items }));
      tell(words.replaced(words.things.token, serial));
    },
    /** After a refusal everything goes back to whoever made it, and the entry of the virtual FIN is cancelled. */
    async unwind(): Promise<void> {
      await carry(missionOf(), COURIER);
      await carry(COURIER, FOREIGN_AFFAIRS);
      await carry(FOREIGN_AFFAIRS, centreOf());
      await until('the cancelled FIN', finWasCancelled);
      tell(words.finCancelled);
    },
  };
}

function isToken({ kind }: Thing): boolean {
  return kind === 'token';
}
