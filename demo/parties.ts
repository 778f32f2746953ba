import type { Agency } from '../law/signature-issuance/agencies.ts';
import type { Centre } from '../law/signature-issuance/parties.ts';
import type { World } from './world.ts';

/** How a simulated agency treats what reaches it, as its /control takes it. */
export type AgencyBehaviour = { kind: 'silent' } | { kind: 'down' } | { kind: 'nothing-against' };

/** What a simulated Centre does about a case, as its /control takes it; it issues unless told otherwise. */
export type CentreBehaviour =
  { kind: 'issue' } | { kind: 'deficiency'; items: { item: string; reason: string; remark?: string }[] };

/** What an agency says of a case over X-Road. */
export type AgencyOpinion = { kind: 'nothing-against' } | { kind: 'negative'; grounds?: string };

/** What came back to the agency: the status and, where the engine took the message, what became of it. */
export type OpinionAnswer = { status: number; effect: string; receivedAt: string; termEndsAt: string };

/** A letter as the mail server keeps it. */
export type Letter = { to: string[]; subject: string; text: string };

const NETWORK_MS = 1_500;
const MAIL = 'agency.invalid';
const OFFICES = /@(agency|office)\.invalid$/;

/** The outside parties' simulators over HTTP: what they are told to do, and the letters the mail server took. */
export function parties({
  agencies,
  centres,
  mailbox,
  textMessages,
}: Pick<World, 'agencies' | 'centres' | 'mailbox' | 'textMessages'>) {
  const order = async (method: string, url: string, body: object): Promise<Response> => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`a simulator refused an order (status ${response.status})`);
    return response;
  };
  return {
    async behave(agency: Agency, behaviour: AgencyBehaviour): Promise<void> {
      await order('PUT', `${agencies[agency]}/control/behaviour`, { default: behaviour });
    },
    /** Tells a Centre what to do about one case. */
    async instruct(centre: Centre, caseNumber: string, behaviour: CentreBehaviour): Promise<void> {
      await order('PUT', `${centres[centre]}/control/behaviour`, { cases: { [caseNumber]: behaviour } });
    },
    /** No text message reaches these numbers from now on; all others arrive. The network takes its time to say so. */
    async loseTextsTo(numbers: readonly string[]): Promise<void> {
      const lost = Object.fromEntries(
        numbers.map((number) => [number, { outcome: 'undelivered', lateMs: NETWORK_MS }]),
      );
      await order('PUT', `${textMessages}/control/text-messages`, { numbers: lost, lateMs: NETWORK_MS });
    },
    /** Has the agency send its opinion now; throws when the listener gave it no answer. */
    async say(agency: Agency, caseNumber: string, opinion: AgencyOpinion): Promise<OpinionAnswer> {
      const response = await order('POST', `${agencies[agency]}/control/say`, { caseNumber, opinion });
      const { status, answer } = (await response.json()) as { status?: number; answer?: Record<string, string> };
      if (status === undefined || answer === undefined) throw new Error('the listener for opinions gave no answer');
      const { kind = '?', receivedAt = '', termEndsAt = '' } = answer;
      return { status, effect: kind, receivedAt, termEndsAt };
    },
    /** How often the agency's system did not take a request of the case, by its own journal. */
    async attemptsNotTaken(agency: Agency, caseNumber: string): Promise<number> {
      const response = await fetch(`${agencies[agency]}/control/journal`);
      const entries = (await response.json()) as { kind: string; caseNumber?: string }[];
      return entries.filter((entry) => entry.kind === 'not-taken' && entry.caseNumber === caseNumber).length;
    },
    /** The mail server refuses every letter to these agencies from now on, and takes those to all others. */
    async refuseMailTo(refused: readonly Agency[]): Promise<void> {
      await order('PUT', `${mailbox}/control/mail`, { reject: refused.map((agency) => `${agency}@${MAIL}`) });
    },
    /** The letters that name the case, oldest first, without those to offices. */
    async letters(caseNumber: string): Promise<Letter[]> {
      const response = await fetch(`${mailbox}/dev/mail.json`);
      const kept = (await response.json()) as Letter[];
      const isHis = ({ to, subject }: Letter) =>
        subject.includes(caseNumber) && !to.some((address) => OFFICES.test(address));
      return kept.filter(isHis).reverse();
    },
  };
}

export type Parties = ReturnType<typeof parties>;
