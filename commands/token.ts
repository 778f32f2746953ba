import { resolve } from 'node:path';
import { readEnv } from '../config/env.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { MISSION_IDS } from '../law/signature-issuance/missions.ts';
import { CENTRES, MOBILE_OPERATORS } from '../law/signature-issuance/parties.ts';
import { rehearsalTokens } from '../stack/rehearsalToken.ts';

/** Each role with the bodies it may be of; the first is meant where none is named. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  operator: ['portal-operator'],
  auditor: ['chamber-of-accounts'],
  reviewer: AGENCIES,
  'centre-officer': CENTRES,
  'ministry-officer': ['foreign-affairs', 'communications'],
  courier: ['foreign-affairs'],
  'mission-officer': ['foreign-affairs'],
  'mobile-operator-officer': MOBILE_OPERATORS,
};
const USAGE = `Usage: npm run -s token -- ROLE [BODY [POST [NAME]]]
  ROLE and BODY: ${Object.entries(ROLES)
    .map(([role, bodies]) => `${role} (${bodies.join(', ')})`)
    .join('; ')}
  POST: the mission of a mission-officer, such as berlin; a courier's number; else a desk of your choice
`;

const NO_POST = 'duty-desk';
const [role = '', body = ROLES[role]?.[0] ?? '', post = NO_POST, name = `rehearsal-${role}`] = process.argv.slice(2);
const { MOHLET_HOME } = readEnv(process.env, ['MOHLET_HOME']);

// A mission that does not exist would be answered 404 everywhere, like another mission's case.
const isOfNoMission = role === 'mission-officer' && !MISSION_IDS.some((id) => id === post);
if (!ROLES[role]?.includes(body) || isOfNoMission) {
  if (isOfNoMission && post !== NO_POST) process.stderr.write(`There is no mission \`${post}\`.\n`);
  process.stderr.write(USAGE);
  process.exit(2);
}
try {
  const tokenFor = await rehearsalTokens(resolve(MOHLET_HOME));
  process.stdout.write(`${await tokenFor({ role, body, post, name })}\n`);
} catch {
  process.stderr.write(
    'There is no rehearsal here yet: run `npm start` first (or set MOHLET_HOME to its data folder).\n',
  );
  process.exit(1);
}
