import type { CaseView } from '../cases/findCases.ts';
import type { Centre } from '../law/signature-issuance/parties.ts';
import { type HeldThing, type Officials, OFFICIALS, type Thing } from './officials.ts';
import type { Portal, Registered } from './portal.ts';

/** A registered application with what its way depends on; `mobileOperator` is null for E-imza. */
export type Life = Registered & { centre: Centre; mission: string; mobileOperator: string | null };

/** What a form says of a life's way. Throws where it is no form of ours. */
export function lifeOf(registered: Registered, application: unknown): Life {
  const {
    carrier,
    mission,
    mobileOperator = null,
  } = application as {
    carrier: string;
    mission: string;
    mobileOperator?: string;
  };
  return { ...registered, mission, centre: carrier === 'asan-imza-sim' ? 'asan' : 'e-imza', mobileOperator };
}

/** What was found of one item at the counter (R1598/2.12). */
export type Finding = { item: string; originalSeen: boolean; equal: boolean; reason?: string };

type Slots = { slots: { id: string; startsAt: string }[] };

const SEEN: readonly Finding[] = [
  { item: 'identity-document', originalSeen: true, equal: true },
  { item: 'photograph', originalSeen: true, equal: true },
];

/**
 * A life from the Centre's decision to the register, step by step over the API; nothing is printed, and a step that is
 * refused throws with the answer. `photograph` is the path of the picture brought to the counter.
 */
export function lives({ portal, officials, photograph }: { portal: Portal; officials: Officials; photograph: string }) {
  const certificates = new Map<string, string>();
  const { must } = officials;

  /** What a party holds of a case and has not offered yet. */
  const heldOf = async (party: string, { caseNumber }: Life, listed?: readonly HeldThing[]): Promise<Thing[]> =>
    (listed ?? (await officials.held(party)))
      .filter((thing) => thing.caseNumber === caseNumber && !thing.offered)
      .map(({ kind, serial, copy }) => ({ kind, serial, ...(copy !== undefined && { copy }) }));

  return {
    heldOf,
    /** The case as its applicant is shown it. */
    async view({ access }: Life): Promise<CaseView> {
      const { status, body } = await portal.status<CaseView>(access.token);
      if (status !== 200) throw new Error(`the case could not be read (status ${status})`);
      return body;
    },
    /** The portal operator enters the SIM card and its contract in two copies (R1598/2.10); E-imza needs none. */
    async enterSim({ caseNumber, mobileOperator }: Life): Promise<Thing[]> {
      if (mobileOperator === null) return [];
      const items: Thing[] = [
        { kind: 'sim', serial: `SIM-${caseNumber}` },
        { kind: 'sim-contract', serial: `SC-${caseNumber}`, copy: 1 },
        { kind: 'sim-contract', serial: `SC-${caseNumber}`, copy: 2 },
      ];
      await must('the SIM card', officials.enterItems('portal-operator', caseNumber, { items, mobileOperator }));
      return items;
    },
    /** Everything of the case that one party holds goes whole into the next hands; `listed` saves asking what he holds. */
    async carry(
      life: Life,
      giver: string,
      taker: string,
      listed?: readonly HeldThing[],
    ): Promise<{ handoverId: string; things: Thing[] }> {
      const things = await heldOf(giver, life, listed);
      const certificate = things.find(({ kind }) => kind === 'certificate');
      if (certificate !== undefined) certificates.set(life.caseNumber, certificate.serial);
      return { handoverId: await officials.handOn(life.caseNumber, giver, taker, things), things };
    },
    async invite({ caseNumber, mission }: Life): Promise<void> {
      await must('the invitation', officials.invite(caseNumber, mission));
    },
    /** The applicant books the free slot that begins at a local time of the mission, such as `2026-04-13T10:00`. */
    async book(life: Life, at: string): Promise<{ appointment: string; startsAt: string }> {
      const asked = portal.asApplicant<Slots>(life.access.token, 'GET', '/api/v1/application/slots');
      const { slots } = await must('the free slots', asked);
      const slot = slots.find(({ startsAt }) => startsAt.startsWith(at));
      if (slot === undefined) throw new Error(`no free slot at ${at} in ${life.mission}`);
      const booked = portal.asApplicant<{ appointment: string; startsAt: string }>(
        life.access.token,
        'POST',
        '/api/v1/application/appointment',
        { slot: slot.id },
      );
      const { appointment, startsAt } = await must('the appointment', booked);
      return { appointment, startsAt };
    },
    /** The officer compares what was brought; everything is equal unless `differs` says otherwise. */
    async check({ caseNumber, mission }: Life, differs: Finding | null = null): Promise<string> {
      const taken = await must('the photograph', officials.photograph(mission, caseNumber, photograph));
      const findings = SEEN.map((seen) => (seen.item === differs?.item ? differs : seen));
      const identity = { came: 'applicant', findings, photograph: taken['photograph'], originalsReturned: true };
      const checked = await must('the check', officials.checkIdentity(mission, caseNumber, identity));
      return String(checked['kind']);
    },
    /** The contract that the Centre signed, as the mission fetches it to have it signed: a PDF. */
    contract: ({ caseNumber, mission }: Life): Promise<Buffer> =>
      officials.fetchFile(OFFICIALS.mission(mission), `/cases/${caseNumber}/contract.pdf`),
    /** The applicant signs (R1598/2.14); the numbers of his contracts are answered. */
    async sign({ caseNumber, mission, mobileOperator }: Life): Promise<string[]> {
      const certificateContract = `CC-${caseNumber}`;
      const simContract = mobileOperator === null ? {} : { simContract: `SC-${caseNumber}` };
      await must('the signature', officials.sign(mission, caseNumber, { certificateContract, ...simContract }));
      return [certificateContract, ...Object.values(simContract)];
    },
    /** The applicant is handed what is his (R1598/2.15). */
    async receive({ caseNumber, mission }: Life): Promise<{ validUntil: string; handoverId: string }> {
      const handed = await must('the hand-over', officials.handToApplicant(mission, caseNumber, `TA-${caseNumber}`));
      return { validUntil: String(handed['validUntil']), handoverId: String(handed['handoverId']) };
    },
    /** The Centre enters the certificate in its register (R1598/5.4). */
    async enterInRegister({ caseNumber, centre }: Life): Promise<void> {
      const serial = certificates.get(caseNumber) ?? '';
      await must('the register', officials.enterInRegister(centre, caseNumber, serial));
    },
    /** The file of the case as its applicant fetches it: a ZIP. */
    file: ({ access }: Life): Promise<Buffer> => portal.download('/api/v1/application/file', `Bearer ${access.token}`),
    /** An act of hand-over as the auditor fetches it: a PDF. */
    act: (handoverId: string): Promise<Buffer> =>
      officials.fetchFile(OFFICIALS.auditor, `/handovers/${handoverId}/act.pdf`),
  };
}

export type Lives = ReturnType<typeof lives>;
