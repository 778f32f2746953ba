import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { partyName } from '../../law/signature-issuance/partyWords.ts';
import type { Visit } from '../page.ts';

/** Whom an incident or a reason is about, in words: an agency, a party, or the code itself. */
export function sayHolder({ t, language }: Pick<Visit, 't' | 'language'>, holder: string): string {
  const agency = AGENCIES.find((known) => known === holder);
  if (agency !== undefined) return t(`common.agency.${agency}`);
  if (holder === 'entry-exit-register') return t('party.entry-exit-register');
  return partyName(holder.includes(':') ? holder : `centre:${holder}`, language).replace(/^centre:/, '');
}
