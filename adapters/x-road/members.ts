import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import type { ClientId, ServiceId } from './identifiers.ts';

const government = (member: string, subsystem: string): ClientId => ({
  instance: 'AZ',
  memberClass: 'GOV',
  member,
  subsystem,
});

/** The e-non-resident subsystem: who we are on X-Road where MOHLET_XROAD_SELF names nobody else. */
export const OUR_SUBSYSTEM: ClientId = government('MOHLET', 'e-non-resident');

/** Where a rehearsal's agencies send their opinions: our one provided service. */
export const OPINIONS: ServiceId = { ...OUR_SUBSYSTEM, service: 'opinions' };

/** Where a rehearsal's Centres send their answers (R1598/2.9). */
export const CENTRE_ANSWERS: ServiceId = { ...OUR_SUBSYSTEM, service: 'centre-answers' };

/** The four agencies' subsystems (R1598/2.7) in a rehearsal, and each one's default: `member` in MOHLET_AGENCIES names the real. */
export const AGENCY_SUBSYSTEMS: Readonly<Record<Agency, ClientId>> = {
  'internal-affairs': government('DIN', 'opinions'),
  'foreign-affairs': government('XIN', 'opinions'),
  'state-security': government('DTX', 'opinions'),
  'foreign-intelligence': government('XKX', 'opinions'),
};

/** The Centres' subsystems (R1598/2.8-route), each under the ministry it belongs to; `member` in MOHLET_CENTRES names the real. */
export const CENTRE_SUBSYSTEMS: Readonly<Record<Centre, ClientId>> = {
  'e-imza': government('NRYTN', 'e-imza'),
  asan: government('VN', 'asan-imza'),
};

/** The Entry-Exit and Registration system (R1598/2.8), kept by the migration authority; MOHLET_XROAD_ENTRY_EXIT's default. */
export const ENTRY_EXIT_SUBSYSTEM: ClientId = government('DMX', 'entry-exit');
