import type { BundleView } from '../cases/contract-copies/findBundles.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { inLanes } from './inLanes.ts';
import { type Life, lifeOf, lives } from './lives.ts';
import { OFFICIALS } from './officials.ts';
import { COURIER } from './onTheWay.ts';
import { openCounter } from './openCounter.ts';
import { applicationOf, thirtyPeople } from './people.ts';
import type { Stage } from './stage.ts';
import { teller } from './teller.ts';
import { until } from './until.ts';
import type { LifeWords } from './words/lives/words.ts';
import type { Tell } from './tell.ts';

const LANES = 5;
const MISSION = 'ankara';
const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

/** Thirty people of one mission, brought through all steps side by side, and the bundle of their second copies. */
export function groupHands(stage: Stage, tell: Tell) {
  const { parties, officials, portal } = stage;
  const steps = lives({ portal, officials, photograph: stage.files.photograph });
  const told = teller(stage);
  const { group } = told.words;
  const people: Life[] = [];
  const legsTold = new Set<string>();
  const done = (step: keyof LifeWords['group']['steps']) => (n: number) => tell(group.progress(n, people.length, step));

  const each = (act: (life: Life) => Promise<void>, step?: keyof LifeWords['group']['steps']) =>
    inLanes(people, LANES, act, step === undefined ? undefined : done(step));

  /** The mission's bundle as the portal operator sees it. */
  const bundle = async (): Promise<BundleView> => {
    const asked = officials.ask<{ bundles: BundleView[] }>(OFFICIALS.operator, 'GET', '/bundles');
    const { bundles } = await officials.must('the bundles', asked);
    const found = bundles.find(({ mission }) => mission === MISSION);
    if (found === undefined) throw new Error('no bundle was opened');
    return found;
  };
  const tellNewTerms = async (): Promise<void> => {
    for (const { clause, holder, endsAt, startedAt } of (await bundle()).legs) {
      const name = `${clause} ${holder} ${startedAt}`;
      if (clause !== 'R1598/2.16' && !legsTold.has(name))
        tell(group.term(told.holder(holder), clause, told.when(endsAt)));
      legsTold.add(name);
    }
  };
  /** Hands on the copies of the bundle that a party holds, all or those bound for one end. */
  const handOn = async (giver: string, taker: string, bound?: (destination: string) => boolean): Promise<number> => {
    const { bundle: number, items } = await bundle();
    const copies = items.filter(({ holder, destination }) => holder === giver && (bound?.(destination) ?? true));
    const things = copies.map(({ kind, serial }) => ({ kind, serial, copy: 2 }));
    await officials.handOn(number, giver, taker, things);
    return things.length;
  };
  const onward = async (giver: string, taker: string, bound?: (destination: string) => boolean): Promise<void> => {
    const copies = await handOn(giver, taker, bound);
    tell(group.onward(copies, told.party(giver), told.party(taker)), '/custody');
  };

  return {
    bundle,
    people,
    /** All register, nobody objects, and both Centres decide. */
    async apply(): Promise<void> {
      for (const agency of AGENCIES) await parties.behave(agency, { kind: 'nothing-against' });
      const wanted = thirtyPeople(MISSION);
      const registered = (n: number) => tell(group.progress(n, wanted.length, 'registered'));
      await inLanes(
        wanted,
        LANES,
        async (person) => {
          const application = await applicationOf(person);
          const answer = await openCounter(stage).file(application, false);
          if (answer.kind !== 'registered') throw new Error(`a form was not registered (${answer.status})`);
          people.push(lifeOf(answer.registered, application));
        },
        registered,
      );
      const decided = async (life: Life) => {
        await until('the decision of the Centre', async () => (await steps.view(life)).stage === 'invitation');
      };
      await each(decided, 'decided');
      for (const agency of AGENCIES) await parties.behave(agency, { kind: 'silent' });
    },
    /** The mission opens thirty slots on a day; all are invited and book. */
    async invite(day: string): Promise<void> {
      const times = people.map((_, at) => {
        const minutes = 9 * 60 + at * 15;
        return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      });
      await officials.must('the slots', officials.openSlots(MISSION, day, times, 15));
      const slotOf = new Map(people.map((life, at) => [life, `${day}T${times[at] ?? ''}`]));
      await each(async (life) => {
        await steps.invite(life);
        await steps.book(life, slotOf.get(life) ?? '');
      }, 'booked');
    },
    /** Everything goes by way of the Ministry of Foreign Affairs to its courier. */
    async send(): Promise<void> {
      await each(async (life) => {
        await steps.enterSim(life);
      });
      const centres = { 'e-imza': await officials.held('centre:e-imza'), asan: await officials.held('centre:asan') };
      const operator = await officials.held('portal-operator');
      await each(async (life) => {
        await steps.carry(life, `centre:${life.centre}`, FOREIGN_AFFAIRS, centres[life.centre]);
        if (life.mobileOperator !== null) await steps.carry(life, 'portal-operator', FOREIGN_AFFAIRS, operator);
      });
      const ministry = await officials.held(FOREIGN_AFFAIRS);
      await each(async (life) => {
        await steps.carry(life, FOREIGN_AFFAIRS, COURIER, ministry);
      });
    },
    async arrive(): Promise<void> {
      const courier = await officials.held(COURIER);
      await each(async (life) => {
        await steps.carry(life, COURIER, `mission:${MISSION}`, courier);
      }, 'carried');
    },
    /** Each comes, is identified, signs, and holds what is his; the second copies are in the bundle. */
    async come(): Promise<void> {
      await each(async (life) => {
        await steps.check(life);
        await steps.sign(life);
        await steps.receive(life);
      }, 'signed');
      const { bundle: number, items, legs } = await bundle();
      const endsAt = legs.find(({ clause }) => clause === 'R1598/2.16')?.endsAt ?? '';
      tell(group.opened(number, items.length, told.mission(MISSION), told.date(endsAt)), '/copies');
    },
    enterInRegister: () => each((life) => steps.enterInRegister(life), 'entered'),
    /** The copies go from hand to hand; a term that begins with it is told. */
    async pass(giver: string, taker: string, bound?: (destination: string) => boolean): Promise<void> {
      await onward(giver, taker, bound);
      await tellNewTerms();
    },
    /** The copies bound for a party reach it. */
    async deliver(giver: string, taker: string): Promise<void> {
      const copies = await handOn(giver, taker, (destination) => destination === taker);
      tell(group.arrived(copies, told.party(taker), 'R1598/2.18'), '/copies');
      const { bundle: number, stage: at } = await bundle();
      if (at === 'ended') tell(group.whole(number), '/copies');
    },
  };
}

export type GroupHands = ReturnType<typeof groupHands>;
