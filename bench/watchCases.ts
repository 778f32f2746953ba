import type { Bench } from './openBench.ts';

const EVERY_MS = 50;

/** The virtual FIN given, every notice sent. */
const WITH_FIN = `
  SELECT f.case_number AS number FROM virtual_fin f
   WHERE f.case_number = ANY ($1)
     AND (SELECT count(*) FROM notice n WHERE n.case_number = f.case_number AND n.state <> 'due') >= 2
     AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.case_number = f.case_number AND n.state = 'due')`;

const AT_STAGE = (stage: 'invitation' | 'ended') =>
  `SELECT number FROM "case" WHERE number = ANY ($1) AND stage = '${stage}'`;

const QUESTIONS = { 'with-fin': WITH_FIN, invitation: AT_STAGE('invitation'), ended: AT_STAGE('ended') };

/**
 * Watches the record for cases that have come so far. One question every 50 ms for all cases that are waited for, so that
 * watching costs next to nothing.
 */
export function watchCases({ database }: Pick<Bench, 'database'>, which: keyof typeof QUESTIONS) {
  const waiting = new Map<string, () => void>();
  let failed: unknown;
  let over = false;
  const watch = async () => {
    while (!over) {
      if (waiting.size > 0) {
        const { rows } = await database.query<{ number: string }>(QUESTIONS[which], [[...waiting.keys()]]);
        for (const { number } of rows) {
          waiting.get(number)?.();
          waiting.delete(number);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  };
  const watching = watch().catch((fault: unknown) => {
    failed = fault;
    for (const resolve of waiting.values()) resolve();
  });
  return {
    /** Resolves when the case has come so far. */
    async comes(caseNumber: string): Promise<void> {
      if (failed === undefined) await new Promise<void>((resolve) => waiting.set(caseNumber, resolve));
      if (failed !== undefined) throw failed as Error;
    },
    async stop(): Promise<void> {
      over = true;
      await watching;
    },
  };
}
