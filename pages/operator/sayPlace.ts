import { officialClaims, partyOf } from '../../law/officials.ts';
import { partyName } from '../../law/signature-issuance/partyWords.ts';
import type { Visit } from '../page.ts';

/** Where an account's official works, in words; what the sign-on alone knows (a desk, an auditor's body) as it names it. */
export function sayPlace(
  { t, language }: Pick<Visit, 't' | 'language'>,
  account: { sub: string; role: string; body: string; post: string },
): string {
  const { data: official } = officialClaims.safeParse(account);
  if (official === undefined) return `${account.body}, ${account.post}`;
  const { role, body, post } = official;
  const party = partyOf(official);
  // The post is a part of these parties' names.
  if (party !== undefined && (role === 'mission-officer' || role === 'courier')) return partyName(party, language);
  const named = role === 'reviewer' ? t(`common.agency.${body}`) : partyName(party ?? body, language);
  return `${named}, ${post}`;
}
