import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { ClientId, ServiceId } from './identifiers.ts';

const government = (member: string, subsystem: string): ClientId => ({
  instance: 'AZ',
  memberClass: 'GOV',
  member,
  subsystem,
});

/** The e-non-resident subsystem: who we are on X-Road. */
export const OUR_SUBSYSTEM: ClientId = government('MOHLET', 'e-non-resident');

/** Where the agencies send their opinions: our one provided service. */
export const OPINIONS: ServiceId = { ...OUR_SUBSYSTEM, service: 'opinions' };

/** The four agencies' subsystems (R1598/2.7) as the embedded installation numbers them; a real one configures its own. */
export const AGENCY_SUBSYSTEMS: Readonly<Record<Agency, ClientId>> = {
  'internal-affairs': government('DIN', 'opinions'),
  'foreign-affairs': government('XIN', 'opinions'),
  'state-security': government('DTX', 'opinions'),
  'foreign-intelligence': government('XKX', 'opinions'),
};

/** The Entry-Exit and Registration system (R1598/2.8), kept by the migration authority. */
export const ENTRY_EXIT_SUBSYSTEM: ClientId = government('DMX', 'entry-exit');
