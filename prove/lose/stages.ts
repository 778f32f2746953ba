import { randomUUID } from 'node:crypto';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Registered } from '../../demo/portal.ts';
import { form } from '../../test/support/record.ts';
import { noteUploads } from '../makeCases.ts';
import type { ProofStack } from '../proofStack.ts';
import type { Senders } from '../sendAll.ts';

/** How a case must end, known before it begins. */
export type Demanded = 'approved' | 'negative-opinion' | 'withdrawn';

/** Where a case stands when Temporal's data are deleted, and how the record then says that it stands there. */
export type LoseStage = {
  name: string;
  demands: Demanded;
  /** Which agencies (by index) take its request; the others are out of order. */
  taken: readonly number[];
  /** Which part of the work comes before the register goes out of order (`early`) or after (`late`). */
  when: 'early' | 'late';
  reach(proof: ProofStack, senders: Senders, one: Registered): Promise<void>;
  /** A condition on the case row `c` that holds once the case stands there. */
  stands: string;
};

const ALL = [0, 1, 2, 3] as const;
const TERMS = `(SELECT count(*) FROM term t WHERE t.case_number = c.number)`;

const say = (proof: ProofStack, senders: Senders, caseNumber: string, at: number, kind: string) =>
  senders.fire([
    {
      caseNumber,
      agency: AGENCIES[at] ?? AGENCIES[0],
      says: { kind },
      providerUrl: `https://127.0.0.1:${proof.stack.ports.provider}`,
    },
  ]);

const sayAll = async (proof: ProofStack, senders: Senders, caseNumber: string) => {
  for (const at of ALL) await say(proof, senders, caseNumber, at, 'nothing-against');
};

/** Every stage a case of signature-issuance may stand in before the Centre, and the ends. */
export const LOSE_STAGES: readonly LoseStage[] = [
  {
    name: 'no agency took the request yet',
    demands: 'approved',
    taken: [],
    when: 'early',
    reach: () => Promise.resolve(),
    stands: `c.stage = 'opinions' AND ${TERMS} = 0`,
  },
  {
    name: 'one agency has not taken it yet',
    demands: 'approved',
    taken: [0, 1, 2],
    when: 'early',
    reach: () => Promise.resolve(),
    stands: `c.stage = 'opinions' AND ${TERMS} = 3`,
  },
  {
    name: 'all terms run',
    demands: 'approved',
    taken: ALL,
    when: 'early',
    reach: () => Promise.resolve(),
    stands: `c.stage = 'opinions' AND ${TERMS} = 4`,
  },
  {
    name: 'two agencies have answered',
    demands: 'approved',
    taken: ALL,
    when: 'early',
    reach: async (proof, senders, { caseNumber }) => {
      for (const at of [0, 2]) await say(proof, senders, caseNumber, at, 'nothing-against');
    },
    stands: `c.stage = 'opinions' AND ${TERMS} = 4`,
  },
  {
    name: 'the virtual FIN is given',
    demands: 'approved',
    taken: ALL,
    when: 'early',
    reach: (proof, senders, { caseNumber }) => sayAll(proof, senders, caseNumber),
    stands: `c.stage NOT IN ('opinions', 'virtual-fin', 'ended')`,
  },
  {
    name: 'approved, its FIN not yet found',
    demands: 'approved',
    taken: ALL,
    when: 'late',
    reach: (proof, senders, { caseNumber }) => sayAll(proof, senders, caseNumber),
    stands: `c.stage = 'virtual-fin'`,
  },
  {
    name: 'ended by a negative opinion, the others not yet told',
    demands: 'negative-opinion',
    taken: ALL,
    when: 'late',
    reach: (proof, senders, { caseNumber }) => say(proof, senders, caseNumber, 1, 'negative'),
    stands: `c.outcome = 'negative-opinion'`,
  },
  {
    name: 'withdrawn, the agencies not yet told',
    demands: 'withdrawn',
    taken: ALL,
    when: 'late',
    reach: async (proof, _senders, { access }) => {
      const { status } = await proof.portal.withdraw(access.token);
      if (status !== 200) throw new Error(`a withdrawal was answered ${status}`);
    },
    stands: `c.outcome = 'withdrawn'`,
  },
];

/** Registers a case of its own person over HTTP. */
export async function registerOne(proof: ProofStack): Promise<Registered> {
  const application = form('foreigner-personal-token', randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase());
  const uploads = await noteUploads(proof);
  const { status, body } = await proof.portal.call<Registered>('POST', '/api/v1/applications', {
    json: { application, uploads },
  });
  if (status !== 201) throw new Error(`an application was answered ${status}`);
  return body;
}
