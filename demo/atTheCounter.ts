import { missionZone } from '../law/signature-issuance/missions.ts';
import { MISSION_REASONS } from '../law/signature-issuance/words/missionReasons.ts';
import type { Finding, Life, Lives } from './lives.ts';
import type { Stage } from './stage.ts';
import type { Teller } from './teller.ts';
import { until } from './until.ts';
import type { Tell } from './tell.ts';

/** What the hands of a case work with: the case's own life, the steps, and where to tell. */
export type Telling = { stage: Stage; steps: Lives; own: () => Life; told: Teller; tell: Tell };

/** A case at its mission: invitation, appointment, identity, contract, register (R1598/2.11-2.15, 5.4); each step told. */
export function atTheCounter({ stage, steps, own, told, tell }: Telling) {
  const { officials, language } = stage;
  const { words } = told;
  let appointment = { appointment: '', startsAt: '' };
  let receipt = '';
  let contract: Buffer = Buffer.alloc(0);

  return {
    async invite(): Promise<void> {
      await steps.invite(own());
      tell(words.invited(told.mission(own().mission)), '/mission');
    },
    /** Waits until everybody concerned is told that the mission has not invited. */
    async invitationOverdue(): Promise<void> {
      const { furtherTerms } = await until('the letter about the overdue invitation', async () => {
        const now = await steps.view(own());
        return now.notices.some(({ kind }) => kind === 'invitation-overdue') && now;
      });
      const endsAt = furtherTerms.find(({ clause }) => clause === 'R1598/2.11')?.endsAt ?? '';
      tell(words.overdue(told.mission(own().mission), told.when(endsAt)), '/copies');
    },
    /** The mission opens slots: local times of one of its days. */
    async openSlots(day: string, times: readonly string[]): Promise<void> {
      await officials.must('the slots', officials.openSlots(own().mission, day, times));
      tell(words.slots(told.mission(own().mission), told.day(day), times.join(', ')), '/mission/slots');
    },
    /** Books a slot by its local time, `2026-04-13T10:00`. */
    async book(at: string): Promise<void> {
      appointment = await steps.book(own(), at);
      tell(words.booked(told.local(appointment.startsAt), missionZone(own().mission)), '/case/appointment');
    },
    async noShow(): Promise<void> {
      await officials.must('the no-show', officials.noShow(own().mission, appointment.appointment));
      tell(words.noShow(told.local(appointment.startsAt)), '/mission');
    },
    async identify(): Promise<void> {
      const verdict = await steps.check(own());
      if (verdict !== 'match') throw new Error(`the check of identity came out as ${verdict}`);
      tell(words.matches, '/mission');
    },
    /** The officer finds that an original differs: the case is refused (R1598/2.13), the letter says why. */
    async differ(finding: Finding): Promise<void> {
      const verdict = await steps.check(own(), finding);
      if (verdict !== 'mismatch') throw new Error(`the check of identity came out as ${verdict}`);
      tell(words.differs(MISSION_REASONS[finding.reason ?? '']?.[language] ?? ''), '/mission');
      const acts = told.complaintActs();
      await until('the letter of refusal with where to complain', async () => {
        const letters = await stage.parties.letters(own().caseNumber);
        return letters.some(({ text }) => acts.some((act) => text.replace(/\s+/g, ' ').includes(act)));
      });
      tell(words.toldWhere(told.complaint()));
    },
    async sign(): Promise<void> {
      contract = await steps.contract(own());
      const contracts = await steps.sign(own());
      tell(words.signed(contracts.join(', ')), '/mission');
    },
    async receive(): Promise<void> {
      const { validUntil, handoverId } = await steps.receive(own());
      receipt = handoverId;
      const { furtherTerms } = await steps.view(own());
      const endsAt = furtherTerms.find(({ clause }) => clause === 'R1598/5.4')?.endsAt ?? '';
      tell(words.received(told.date(validUntil), told.party(`centre:${own().centre}`), told.when(endsAt)), '/mission');
    },
    async enterInRegister(): Promise<void> {
      await steps.enterInRegister(own());
      tell(words.entered(told.Party(`centre:${own().centre}`)), '/centre/register');
    },
    /** The hand-over by which the applicant got what is his; empty before. */
    receipt: () => receipt,
    /** The contract that was signed at the counter, as PDF; empty before. */
    contract: () => contract,
  };
}
