import { setTimeout as delay } from 'node:timers/promises';
import type { CaseView, IncidentView } from '../cases/findCases.ts';
import { AGENCIES, type Agency } from '../law/signature-issuance/agencies.ts';
import type { Ending } from './ending.ts';
import { atTheCounter } from './atTheCounter.ts';
import { type Life, lifeOf, lives } from './lives.ts';
import { openCounter } from './openCounter.ts';
import type { AgencyOpinion } from './parties.ts';
import { applicationOf, type Person, readForm } from './people.ts';
import { onTheWay } from './onTheWay.ts';
import type { Stage } from './stage.ts';
import { teller } from './teller.ts';
import { until } from './until.ts';
import { writeWhen } from './words/writeWhen.ts';
import type { Tell } from './tell.ts';

const TIME_TO_ERR_MS = 1_000;

/** What a case has come to hold while it is played. */
export type Held = { registered: Life | null; sentBack: Ending['sentBack']; incidents: Ending['incidents'] };

/** What can be done in one case, as its applicant, the agencies and the operator do it; each says what happened. */
export function hands(stage: Stage, tell: Tell) {
  const { portal, parties, world, words, language } = stage;
  const held: Held = { registered: null, sentBack: null, incidents: [] };
  const counter = openCounter(stage);
  const running = new Set<string>();

  const own = (): Life => {
    if (held.registered === null) throw new Error('nothing is registered yet');
    return held.registered;
  };
  // The applicant's own view: every look by an official would be a row of evidence.
  const view = async (): Promise<CaseView> => {
    const { status, body } = await portal.status<CaseView>(own().access.token);
    if (status !== 200) throw new Error(`the case could not be read (status ${status})`);
    return body;
  };
  const incidentsAtDesk = async (): Promise<IncidentView[]> => {
    const path = '/api/v1/incidents';
    const { status, body } = await portal.asOfficial<{ incidents: IncidentView[] }>(world.operator, 'GET', path);
    if (status !== 200) throw new Error(`the incidents could not be read (status ${status})`);
    return body.incidents;
  };
  const register = async (application: unknown, withPowerOfAttorney: boolean): Promise<void> => {
    const answer = await counter.file(application, withPowerOfAttorney);
    if (answer.kind !== 'registered') throw new Error(`a form was not registered (${answer.status})`);
    held.registered = lifeOf(answer.registered, application);
    tell(words.registered(answer.registered.caseNumber), '/case');
  };
  const opine = (agency: Agency, opinion: AgencyOpinion) => parties.say(agency, own().caseNumber, opinion);
  const told = teller(stage);
  const steps = lives({ portal, officials: stage.officials, photograph: stage.files.photograph });
  const telling = { stage, steps, own, told, tell };
  const when = (instant: string) => writeWhen(instant, language);

  return {
    held,
    steps,
    ...onTheWay(telling),
    ...atTheCounter(telling),
    /** Files a form that is to be sent back; what is wrong with it is kept. */
    async fileIncomplete(form: string): Promise<void> {
      const answer = await counter.file(await readForm(form), false);
      if (answer.kind !== 'sent-back') throw new Error('an incomplete form was registered');
      const { status, clause, items } = answer;
      held.sentBack = { status, clause, fields: items.map(({ field }) => field) };
      tell(words.sentBack(status, clause, items.length), '/apply');
      for (const { label, reason, mend } of items) stage.write(`        ${label}: ${reason} ${mend}`);
      tell(words.nothingLost);
    },
    register: async (form: string, { withPowerOfAttorney = false } = {}): Promise<void> =>
      register(await readForm(form), withPowerOfAttorney),
    /** Registers an invented person, all four agencies have nothing against him, and the virtual FIN is given. */
    async approveEarly(person: Person, before: () => Promise<void> = () => Promise.resolve()): Promise<void> {
      await register(await applicationOf(person), false);
      await until('the deliveries', async () => (await view()).terms.length === AGENCIES.length);
      for (const { agency } of (await view()).terms) running.add(agency);
      await before();
      for (const agency of AGENCIES) await opine(agency, { kind: 'nothing-against' });
      await until('the virtual FIN', async () => (await view()).virtualFinGivenAt !== null);
      tell(told.words.answersAll);
    },
    /** No text message reaches a number from now on. */
    async loseTexts(number: string): Promise<void> {
      await parties.loseTextsTo([number.replaceAll(' ', '')]);
      tell(told.words.textsLost(number));
    },
    /** Waits until the provider has said of every text message that it did not arrive; e-mail carried the same events. */
    async textsFailed(): Promise<void> {
      const { notices } = await until('the word of the provider', async () => {
        const now = await view();
        return now.notices.every(({ state }) => state !== 'due' && state !== 'sent') && now;
      });
      const of = (channel: string, state: string) =>
        notices.filter((one) => one.recipient === 'applicant' && one.channel === channel && one.state === state).length;
      tell(told.words.textsFailed(of('sms', 'failed'), of('email', 'accepted')));
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
        for (; told < attempts; told += 1)
          tell(words.notReached(words.agencies[agency], told + 1), '/operator/agencies');
        return (await incidentsAtDesk()).find((one) => one.caseNumber === caseNumber && one.holder === agency);
      });
      held.incidents.push({ kind: found.kind, holder: found.holder });
      tell(words.incident(words.agencies[agency]), '/operator/incidents');
    },
    async opine(agency: Agency, opinion: AgencyOpinion): Promise<void> {
      const { effect, receivedAt, termEndsAt } = await opine(agency, opinion);
      const said = `${words.agencies[agency]}: ${words.opinions[opinion.kind]}, `;
      if (effect === 'late') tell(said + words.late(when(receivedAt), when(termEndsAt)), '/reviewer');
      else
        tell(said + (effect === 'ended-the-case' || effect === 'noted' ? words.effects[effect] : effect), '/reviewer');
    },
    async withdraw(): Promise<void> {
      const { status } = await portal.withdraw(own().access.token);
      if (status !== 200) throw new Error(`the withdrawal was refused (status ${status})`);
      tell(words.withdrawn, '/case/withdraw');
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
        return now.notices.every(({ state }) => state !== 'due' && state !== 'sent') && now;
      });
    },
  };
}

export type Hands = ReturnType<typeof hands>;
