import type { Stuck } from '../../cases/operator/readStuck.ts';
import type { Visit } from '../page.ts';
import { sayHolder } from './sayHolder.ts';

/** Why a case does not go on, as a sentence. */
export function sayStuck(visit: Pick<Visit, 't' | 'language'>, { reason, about }: Stuck): string {
  const { t } = visit;
  if (reason === 'incident') return t(`incident.${about}`);
  const who = reason === 'not-undone' ? t(`undo.${about}`) : about === '' ? '' : sayHolder(visit, about);
  return t(`stuck.${reason}`, { who });
}
