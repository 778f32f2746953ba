import { randomUUID } from 'node:crypto';
import type { PartyFailure } from '../adapters/ports.ts';
import { issueVirtualFin } from '../cases/signature-issuance/issueVirtualFin.ts';
import { type FinFacts, readFinFacts } from '../cases/signature-issuance/readFinFacts.ts';
import { recordFinTrouble } from '../cases/signature-issuance/recordFinTrouble.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

const TRY_AGAIN_MS = 60_000;
const DRAWS = 20;

type Found = { fin: string; source: 'identity-card' | 'drawn' };

/** The virtual FIN (R1598/2.8): read for a citizen, drawn and checked for another, given once. */
export function virtualFinActivities({ record, entryExit }: Pick<ActivityNeeds, 'record' | 'entryExit'>) {
  /** A citizen's FIN is the one of the identity card, read and never typed (R1598/2.8-citizen). */
  async function read(caseNumber: string, citizen: FinFacts['citizen'] & object): Promise<Found | PartyFailure | null> {
    const answer = await entryExit.readCitizenFin({ messageId: randomUUID(), caseNumber, ...citizen });
    switch (answer.kind) {
      case 'found':
        return { fin: answer.fin, source: 'identity-card' };
      case 'not-found':
        return null;
      case 'failed':
        return answer;
    }
  }

  /** Another's is drawn from the block reserved for non-residents, and never equals a citizen's. */
  async function draw(caseNumber: string, drawn: FinFacts['drawn']): Promise<Found | PartyFailure | null> {
    for (let nth = 0; nth < DRAWS; nth += 1) {
      const fin = drawn(nth);
      const answer = await entryExit.isFinTaken({ messageId: randomUUID(), caseNumber, fin });
      if (answer.kind === 'failed') return answer;
      if (answer.kind === 'free') return { fin, source: 'drawn' };
    }
    return null;
  }

  return {
    /**
     * Finds the person's FIN and gives it; says how long to wait where the Entry-Exit and Registration system cannot say,
     * and that there is nothing more to give where the application was withdrawn meanwhile.
     */
    async giveVirtualFin(
      caseNumber: string,
    ): Promise<{ kind: 'given' } | { kind: 'ended' } | { kind: 'wait'; milliseconds: number }> {
      const facts = await readFinFacts(record, caseNumber);
      if (facts === null) throw noSuchCase(caseNumber);
      const wait = { kind: 'wait', milliseconds: TRY_AGAIN_MS } as const;
      let found: Found | null = null;
      if (facts.ended && !facts.given) return { kind: 'ended' };
      if (!facts.given && !facts.personHasFin) {
        const answer = await (facts.citizen === null ? draw(caseNumber, facts.drawn) : read(caseNumber, facts.citizen));
        if (answer === null || 'failure' in answer) {
          const kind = answer === null ? 'register-has-no-fin' : 'register-not-reached';
          await recordFinTrouble(record, caseNumber, { kind, failure: answer === null ? 'none' : answer.failure });
          return wait;
        }
        found = answer;
      }
      const outcome = await issueVirtualFin(record, caseNumber, found);
      setImmediate(() => record.failpoint('fin:after-answer'));
      if (outcome?.kind === 'given' || outcome?.kind === 'ended') return { kind: outcome.kind };
      // A record restored to an earlier hour has not approved yet: this workflow gives up, and another begins anew.
      if (outcome?.kind === 'not-approved') return { kind: 'ended' };
      if (outcome?.kind === 'fin-belongs-to-another')
        await recordFinTrouble(record, caseNumber, { kind: 'register-has-no-fin', failure: 'belongs-to-another' });
      return wait;
    },
  };
}
