/**
 * Where a process may be killed by a proof, and nowhere else: before a deed commits, after it commits but before it is
 * answered, and after the answer. A failpoint does nothing unless a rehearsal arms it by name and count.
 */
export const FAILPOINTS = [
  'submit:before-commit',
  'submit:after-commit',
  'submit:after-answer',
  'opinion:before-commit',
  'opinion:after-commit',
  'opinion:after-answer',
  'close:before-commit',
  'close:after-commit',
  'close:after-answer',
  'fin:before-commit',
  'fin:after-commit',
  'fin:after-answer',
  'relay:before-commit',
  'relay:after-commit',
  'relay:after-answer',
  'notice:before-commit',
  'notice:after-commit',
  'notice:before-record',
  'notice:after-answer',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

/** Passed to whatever has failpoints: called at each, it usually does nothing. */
export type PassFailpoint = (name: Failpoint) => void;

/**
 * Reads `name` or `name:count` (die at the count-th pass; default 1) and returns the function that dies there by
 * SIGKILL. With nothing armed it returns a function that does nothing; an unknown name throws.
 */
export function armFailpoint(armed: string | undefined): PassFailpoint {
  if (armed === undefined || armed === '') return () => undefined;
  const [, name, count = '1'] = /^([a-z]+:[a-z-]+)(?::(\d+))?$/.exec(armed) ?? [];
  if (!FAILPOINTS.some((known) => known === name)) throw new Error(`unknown failpoint ${armed}`);
  let left = Number(count);
  return (passed) => {
    if (passed !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
