import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { officials } from '../../demo/officials.ts';
import type { Registered } from '../../demo/portal.ts';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { rehearsalTokens } from '../../stack/rehearsalToken.ts';
import { bundleSteps } from './bundleSteps.ts';
import { type Slot, slots } from './slots.ts';
import { type TestStack, until } from './stack.ts';

const FORMS = join(import.meta.dirname, '..', '..', 'demo', 'forms');
const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const COURIER = 'courier:7';

/** A registered application with those who carry it on. */
export type Life = Registered & { centre: 'e-imza' | 'asan'; mission: string };

/** A thing as the record knows it. */
export type Thing = { kind: string; serial: string; copy: number };

/** How a life is waited for: resolves once the case stands in the stage. */
export type ComesTo = (caseNumber: string, stage: string) => Promise<unknown>;

/** A filled form of the demo, of a person of its own where a passport number is given. */
export async function formOf(name: string, passport?: string): Promise<Record<string, unknown>> {
  const form = JSON.parse(await readFile(join(FORMS, `${name}.json`), 'utf8')) as {
    applicant: { identityDocument: { number: string; machineReadableZone?: string[] } };
  };
  if (passport !== undefined) {
    form.applicant.identityDocument.number = passport;
    delete form.applicant.identityDocument.machineReadableZone;
  }
  return form;
}

function lifeOf(registered: Registered, form: Record<string, unknown>): Life {
  const centre = centreWanted(`${String(form['carrier'])}/${String(form['use'])}`);
  return { ...registered, centre, mission: String(form['mission']) };
}

/** Whole lives on a running stack: each step as its applicant and the officials take it over HTTP; a refusal throws. */
export async function openLives(test: TestStack, waits?: { comesTo?: ComesTo }) {
  const { portal } = test;
  const acting = officials(portal, await rehearsalTokens(test.home));
  const { must } = acting;
  const database = new pg.Pool({ connectionString: test.stack.env['MOHLET_OWNER_DATABASE_URL'], max: 2 });
  database.on('error', () => undefined);

  const row = async (caseNumber: string) => {
    const { rows } = await database.query<{ stage: string; outcome: string | null; waits_for: string | null }>(
      `SELECT stage, outcome, waits_for FROM "case" WHERE number = $1`,
      [caseNumber],
    );
    return rows[0] ?? { stage: '', outcome: null, waits_for: null };
  };
  const comesTo: ComesTo =
    waits?.comesTo ??
    ((caseNumber, stage) => until(`${caseNumber} at ${stage}`, async () => (await row(caseNumber)).stage === stage));

  const things = async (caseNumber: string, holder: string): Promise<Thing[]> => {
    const { rows } = await database.query<Thing>(
      `SELECT i.kind, i.serial, i.copy FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
         LEFT JOIN bundle_item b ON b.item_id = i.id
        WHERE (i.case_number = $1 AND b.item_id IS NULL OR b.bundle = $1) AND h.holder = $2
        ORDER BY i.kind, i.serial, i.copy`,
      [caseNumber, holder],
    );
    return rows;
  };

  const nextSlot = slots(database, (mission, day, times) =>
    must('slots', acting.openSlots(mission, day, times, 5)).then(({ slots: opened }) => opened as Slot[]),
  );

  const applicant = ({ access }: Life, method: string, path: string, json?: unknown) =>
    must(
      path,
      portal.call<Record<string, unknown>>(method, `/api/v1${path}`, {
        authorization: `Bearer ${access.token}`,
        ...(json !== undefined && { json }),
      }),
    );

  const steps = {
    acting,
    row,
    comesTo,
    things,
    /** An application registered over HTTP with its files. */
    async apply(form: Record<string, unknown>, files: Readonly<Record<string, string>> = test.files): Promise<Life> {
      const registered = await must('the application', portal.apply(form, files));
      return lifeOf(registered, form);
    },
    of: lifeOf,
    /** Waits until the case awaits a party's deed. */
    ballIs: ({ caseNumber }: Life, party: string) =>
      until(`${caseNumber} awaiting ${party}`, async () => (await row(caseNumber)).waits_for === party),
    /** Waits until all four agencies' terms run (R1598/2.7, 2.8). */
    termsRun: ({ caseNumber }: Life) =>
      until('four terms', async () => {
        const { rows } = await database.query(`SELECT 1 FROM term WHERE case_number = $1`, [caseNumber]);
        return rows.length === 4;
      }),
    /** Waits until a term is noted as overdue. */
    isOverdue: ({ caseNumber }: { caseNumber: string }, clause: string) =>
      until(`${clause} overdue`, async () => {
        const { rows } = await database.query(
          `SELECT 1 FROM term WHERE case_number = $1 AND clause = $2 AND overdue_at IS NOT NULL`,
          [caseNumber, clause],
        );
        return rows.length === 1;
      }),
    /** The applicant mends what the Centre found (R1598/2.9) with one more photograph. */
    async mend(life: Life): Promise<void> {
      const { body } = await portal.upload('photograph', test.files.photograph);
      await applicant(life, 'POST', '/application/mending', { uploads: [body.id] });
    },
    /** Certificate and carrier come to the mission (R1598/2.10): from the Centre, for ASAN also from the operator. */
    async bringToMission({ caseNumber, centre, mission }: Life): Promise<void> {
      const makers = [`centre:${centre}`];
      if (centre === 'asan') {
        const serial = `S-${caseNumber}`;
        const items = [
          { kind: 'sim', serial },
          { kind: 'sim-contract', serial, copy: 1 },
          { kind: 'sim-contract', serial, copy: 2 },
        ];
        const entry = { items, mobileOperator: 'azercell' };
        await must('entering', acting.enterItems('portal-operator', caseNumber, entry));
        makers.push('portal-operator');
      }
      const all: Thing[] = [];
      for (const maker of makers) {
        const made = await things(caseNumber, maker);
        await acting.handOn(caseNumber, maker, FOREIGN_AFFAIRS, made);
        all.push(...made);
      }
      await acting.handOn(caseNumber, FOREIGN_AFFAIRS, COURIER, all);
      await acting.handOn(caseNumber, COURIER, `mission:${mission}`, all);
    },
    /** The invitation of R1598/2.11. */
    invite: ({ caseNumber, mission }: Life) => must('the invitation', acting.invite(caseNumber, mission)),
    book: async (life: Life) =>
      applicant(life, 'POST', '/application/appointment', { slot: await nextSlot(life.mission) }),
    /** The counter (R1598/2.12, 2.13): all is as sent in, or the identity document is another. */
    async checkIdentity({ caseNumber, mission }: Life, verdict: 'match' | 'mismatch' = 'match'): Promise<void> {
      const taken = await must('photograph', acting.photograph(mission, caseNumber, test.files.photograph));
      const equal = { originalSeen: true, equal: true };
      const other = { originalSeen: true, equal: false, reason: 'another-document' };
      await must(
        'the identity',
        acting.checkIdentity(mission, caseNumber, {
          came: 'applicant',
          findings: [
            { item: 'identity-document', ...(verdict === 'match' ? equal : other) },
            { item: 'photograph', ...equal },
          ],
          photograph: taken['photograph'],
          originalsReturned: true,
        }),
      );
    },
    /** The contracts are signed (R1598/2.14). */
    sign: ({ caseNumber, centre, mission }: Life) =>
      must(
        'the contract',
        acting.sign(mission, caseNumber, {
          certificateContract: `C-${caseNumber}`,
          ...(centre === 'asan' && { simContract: `S-${caseNumber}` }),
        }),
      ),
    /** Everything into the applicant's hand (R1598/2.15). */
    handOver: ({ caseNumber, mission }: Life) =>
      must('handing over', acting.handToApplicant(mission, caseNumber, `P-${caseNumber}`)),
    /** The entry of R1598/5.4. */
    async enterInRegister({ caseNumber, centre }: Life): Promise<void> {
      const { rows } = await database.query<{ serial: string }>(
        `SELECT serial FROM certificate WHERE case_number = $1`,
        [caseNumber],
      );
      await must('the register', acting.enterInRegister(centre, caseNumber, rows[0]?.serial ?? ''));
    },
    /** From the decision at the mission to the contract's stage. */
    async identify(life: Life): Promise<void> {
      await steps.bringToMission(life);
      await steps.invite(life);
      await steps.book(life);
      await steps.checkIdentity(life);
    },
    /** From there to the register. */
    async finish(life: Life): Promise<void> {
      await steps.sign(life);
      await steps.handOver(life);
      await steps.enterInRegister(life);
      await comesTo(life.caseNumber, 'ended');
    },
    /** What lies at the mission goes back to whoever made it (R1598/2.13). */
    async bringBack({ caseNumber, centre, mission }: Life): Promise<void> {
      const all = await things(caseNumber, `mission:${mission}`);
      await acting.handOn(caseNumber, `mission:${mission}`, COURIER, all);
      await acting.handOn(caseNumber, COURIER, FOREIGN_AFFAIRS, all);
      const ofCentre = centre === 'asan' ? all.filter(({ kind }) => kind === 'certificate') : all;
      await acting.handOn(caseNumber, FOREIGN_AFFAIRS, `centre:${centre}`, ofCentre);
      if (centre === 'asan')
        await acting.handOn(
          caseNumber,
          FOREIGN_AFFAIRS,
          'portal-operator',
          all.filter((one) => !ofCentre.includes(one)),
        );
    },
    ...bundleSteps(database, things, acting),
    close: () => database.end(),
  };
  return steps;
}

export type Lives = Awaited<ReturnType<typeof openLives>>;
