import { type TermsOutcome, watchTerms } from '../cases/terms/watchTerms.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

/** The terms of those who carry out a stage by their own deeds. */
export function termActivities({ record, machineNow }: Pick<ActivityNeeds, 'record' | 'machineNow'>) {
  return {
    /** Reminds, notes what is overdue, and says in which stage the case stands and when to ask again. */
    async watchTerms(caseNumber: string): Promise<TermsOutcome> {
      const standing = await watchTerms(record, caseNumber, { machineNow });
      if (standing === null) throw noSuchCase(caseNumber);
      return standing;
    },
  };
}
