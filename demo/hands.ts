import { setTimeout as delay } from 'node:timers/promises';
import type { CaseView, IncidentView } from '../cases/findCases.ts';
import type { Agency } from '../law/signature-issuance/agencies.ts';
import type { Ending } from './ending.ts';
import { openCounter } from './openCounter.ts';
import type { AgencyOpinion } from './parties.ts';
import type { Registered } from './portal.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';
import { writeWhen } from './words/writeWhen.ts';

const TIME_TO_ERR_MS = 1_000;

/** What a case has come to hold while it is played. */
export type Held = { registered: Registered | null; sentBack: Ending['sentBack']; incidents: Ending['incidents'] };

/** What can be done in one case, as its applicant, the agencies and the operator do it; each says what happened. */
export function hands(stage: Stage, tell: (sentence: string) => void) {
  const { portal, parties, world, words, language } = stage;
  const held: Held = { registered: null, sentBack: null, incidents: [] };
  const counter = openCounter(stage);
  const running = new Set<string>();

  const own = (): Registered => {
    if (held.registered === null) throw new Error('nothing is registered yet');
    return held.registered;
  };
  // The applicant's own view: every look by an official would be a row of evidence.
  const view = async (): Promise<CaseView> => {
    const { status, body } = await portal.status<CaseView>(own().trackingCode);
    if (status !== 200) throw new Error(`the case could not be read (status ${status})`);
    return body;
  };
  const incidentsAtDesk = async (): Promise<IncidentView[]> => {
    const path = '/api/v1/incidents';
    const { status, body } = await portal.asOfficial<{ incidents: IncidentView[] }>(world.operator, 'GET', path);
    if (status !== 200) throw new Error(`the incidents could not be read (status ${status})`);
    return body.incidents;
  };
  const when = (instant: string) => writeWhen(instant, language);

  return {
    held,
    /** Files a form that is to be sent back; what is wrong with it is kept. */
    async fileIncomplete(form: string): Promise<void> {
      const answer = await counter.file(form, false);
      if (answer.kind !== 'sent-back') throw new Error('an incomplete form was registered');
      const { status, clause, items } = answer;
      held.sentBack = { status, clause, fields: items.map(({ field }) => field) };
      tell(words.sentBack(status, clause, items.length));
      for (const { label, reason, mend } of items) stage.write(`        ${label}: ${reason} ${mend}`);
      tell(words.nothingLost);
    },
    async register(form: string, { withPowerOfAttorney = false } = {}): Promise<void> {
      const answer = await counter.file(form, withPowerOfAttorney);
      if (answer.kind !== 'registered') throw new Error(`the form ${form} was not registered (${answer.status})`);
      held.registered = answer.registered;
      tell(words.registered(answer.registered.caseNumber));
    },
    /** Waits until delivery to so many agencies is proven, and tells of the terms that began. */
    async reached(agencies: number): Promise<void> {
      const found = await until(`${agencies} deliveries`, async () => {
        const now = await view();
        return now.terms.length === agencies && now;
      });
      const started = found.terms.filter(({ agency }) => !running.has(agency));
      for (const { agency } of started) running.add(agency);
      const [only, ...others] = started;
      if (only !== undefined && others.length === 0)
        tell(words.termStarted(words.agencies[only.agency as Agency], when(only.endsAt)));
      const ends = new Set(started.map(({ endsAt }) => when(endsAt)));
      if (others.length > 0) tell(words.reached(agencies, [...ends].join(', ')));
    },
    /** An agency's system and its mailbox go down. */
    async breakDown(agency: Agency): Promise<void> {
      await parties.behave(agency, { kind: 'down' });
      await parties.refuseMailTo([agency]);
      tell(words.systemDown(words.agencies[agency]));
    },
    async comeBack(agency: Agency): Promise<void> {
      await parties.behave(agency, { kind: 'silent' });
      await parties.refuseMailTo([]);
      tell(words.systemBack(words.agencies[agency]));
    },
    /** Waits until the delivery that cannot be proven stands at the operator's desk. */
    async incidentFor(agency: Agency): Promise<void> {
      const { caseNumber } = own();
      let told = 0;
      const found = await until('an incident at the desk', async () => {
        const attempts = await parties.attemptsNotTaken(agency, caseNumber);
        for (; told < attempts; told += 1) tell(words.notReached(words.agencies[agency], told + 1));
        return (await incidentsAtDesk()).find((one) => one.caseNumber === caseNumber && one.holder === agency);
      });
      held.incidents.push({ kind: found.kind, agency });
      tell(words.incident(words.agencies[agency]));
    },
    async opine(agency: Agency, opinion: AgencyOpinion): Promise<void> {
      const { effect, receivedAt, termEndsAt } = await parties.say(agency, own().caseNumber, opinion);
      const said = `${words.agencies[agency]}: ${words.opinions[opinion.kind]}, `;
      if (effect === 'late') tell(said + words.late(when(receivedAt), when(termEndsAt)));
      else tell(said + (effect === 'ended-the-case' || effect === 'noted' ? words.effects[effect] : effect));
    },
    async withdraw(): Promise<void> {
      const { status } = await portal.withdraw(own().trackingCode);
      if (status !== 200) throw new Error(`the withdrawal was refused (status ${status})`);
      tell(words.withdrawn);
    },
    /** Gives the engine time to decide too early, which would show in the ending; says when it did not. */
    async stillOpen(): Promise<void> {
      await delay(TIME_TO_ERR_MS);
      if ((await view()).outcome === null) tell(words.stillOpen);
    },
    /** Waits for the approval and the virtual FIN. */
    async approved(): Promise<void> {
      await until('the approval', async () => (await view()).outcome === 'approved');
      tell(words.approved);
      await until('the virtual FIN', async () => (await view()).virtualFinGivenAt !== null);
      tell(words.finGiven);
    },
    /** Waits until every letter to the applicant has gone, and reads the case as its applicant is shown it. */
    async settled(): Promise<CaseView> {
      return until('the letters to the applicant', async () => {
        const now = await view();
        return now.notices.every(({ state }) => state !== 'due') && now;
      });
    },
  };
}

export type Hands = ReturnType<typeof hands>;
