import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { sortOf } from '../../law/signature-issuance/parties.ts';

/**
 * The mailboxes of offices, by party. Those of a sort with many posts (missions, couriers) are one entry under the sort
 * whose `{post}` is replaced.
 */
export type Offices = Readonly<Record<string, string>>;

/** Where letters to the four agencies and to the other offices go. */
export type Addresses = { agencyMail: Readonly<Record<Agency, string>>; offices: Offices };

/** The mailbox of an office; throws where the configuration has none, so that the notice stays due and is seen. */
export function addressOf({ agencyMail, offices }: Addresses, recipient: string): string {
  const agency = AGENCIES.find((name) => name === recipient);
  if (agency !== undefined) return agencyMail[agency];
  const address = offices[recipient] ?? offices[sortOf(recipient)]?.replace('{post}', recipient.split(':')[1] ?? '');
  if (address === undefined) throw new Error(`no mailbox is configured for ${recipient}`);
  return address;
}
