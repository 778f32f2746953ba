import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { Answer, Portal } from './portal.ts';

/** Who acts: the role, body and post of his token, and the name by which the evidence knows him. */
export type Official = { role: string; body: string; post: string; name: string };

/** Makes a bearer token for an official of the rehearsal. */
export type TokenFor = (official: Official) => Promise<string>;

/** A thing as a hand-over names it. */
export type Thing = { kind: string; serial: string; copy?: number };

/** A thing in somebody's hands, as `GET /custody` lists it. */
export type HeldThing = Thing & { caseNumber: string; state: string; offered: boolean };

/** How the taker found a thing of an offer. */
export type FoundThing = Thing & { found: 'as-listed' | 'missing' | 'damaged' | 'wrong-number'; foundSerial?: string };

/** How the portal operator settles a thing of a difference. */
export type SettledThing = Thing & { settlement: 'as-listed' | 'to-be-replaced' | 'to-go-back' };

const DESK = 'duty-desk';
const PAGE = 200;

/** The officials of a rehearsal, each made from few words. */
export const OFFICIALS = {
  operator: { role: 'operator', body: 'portal-operator', post: DESK, name: 'operator-1' },
  auditor: { role: 'auditor', body: 'chamber-of-accounts', post: DESK, name: 'auditor-1' },
  centre: (centre: string) => ({ role: 'centre-officer', body: centre, post: DESK, name: `centre-${centre}-1` }),
  foreignAffairs: { role: 'ministry-officer', body: 'foreign-affairs', post: DESK, name: 'foreign-affairs-1' },
  communications: { role: 'ministry-officer', body: 'communications', post: DESK, name: 'communications-1' },
  courier: (id: string) => ({ role: 'courier', body: 'foreign-affairs', post: id, name: `courier-${id}` }),
  mission: (post: string, nth = 1) => ({
    role: 'mission-officer',
    body: 'foreign-affairs',
    post,
    name: `${post}-officer-${nth}`,
  }),
  mobileOperator: (operator: string) => ({
    role: 'mobile-operator-officer',
    body: operator,
    post: DESK,
    name: `${operator}-1`,
  }),
} as const;

/** The official who stands for a party such as `centre:asan`, `courier:7`, `mission:berlin`. */
export function officialOfParty(party: string): Official {
  const [sort = '', post = ''] = party.split(':');
  switch (sort) {
    case 'centre':
      return OFFICIALS.centre(post);
    case 'courier':
      return OFFICIALS.courier(post);
    case 'mission':
      return OFFICIALS.mission(post);
    case 'mobile-operator':
      return OFFICIALS.mobileOperator(post);
    case 'ministry':
      return post === 'communications' ? OFFICIALS.communications : OFFICIALS.foreignAffairs;
    case 'portal-operator':
      return OFFICIALS.operator;
    default:
      throw new Error(`nobody stands for ${party}`);
  }
}

/** What each official does over the API; every answer comes back as it is, so that refusals can be looked at too. */
export function officials(portal: Portal, tokenFor: TokenFor) {
  const ask = async <T>(official: Official, method: string, path: string, json?: unknown): Promise<Answer<T>> => {
    return portal.asOfficial<T>(await tokenFor(official), method, `/api/v1${path}`, json);
  };
  const post = (official: Official, path: string, json: unknown = {}) =>
    ask<Record<string, unknown>>(official, 'POST', path, json);
  const must = async <T>(what: string, asked: Promise<Answer<T>>): Promise<T> => {
    const { status, body } = await asked;
    if (status >= 300) throw new Error(`${what} was refused (status ${status}): ${JSON.stringify(body)}`);
    return body;
  };

  const held = async (party: string): Promise<HeldThing[]> => {
    const all: HeldThing[] = [];
    for (let page = 0; all.length === page * PAGE; page += 1) {
      const path = `/custody?page=${page}`;
      const asked = ask<{ items: HeldThing[] }>(officialOfParty(party), 'GET', path);
      all.push(...(await must(`what ${party} holds`, asked)).items);
    }
    return all;
  };
  const offer = (caseNumber: string, giver: string, taker: string, items: readonly Thing[]) =>
    post(officialOfParty(giver), `/cases/${caseNumber}/handovers`, { taker, items });
  const confirm = (taker: string, handover: string, items: readonly FoundThing[]) =>
    post(officialOfParty(taker), `/handovers/${handover}/confirmation`, { items });

  return {
    ask,
    post,
    must,
    held,
    offer,
    confirm,
    /** Hands things over whole: offered, and confirmed as listed by whoever takes them. Returns the hand-over's id. */
    async handOn(caseNumber: string, giver: string, taker: string, items: readonly Thing[]): Promise<string> {
      const offered = await must(`${giver} to ${taker}`, offer(caseNumber, giver, taker, items));
      const id = String(offered['handoverId']);
      const found = items.map((item) => ({ ...item, found: 'as-listed' as const }));
      await must(`${taker} confirming`, confirm(taker, id, found));
      return id;
    },
    invite: (caseNumber: string, mission: string, fromDay: string | null = null) =>
      post(OFFICIALS.mission(mission), `/cases/${caseNumber}/invitation`, { fromDay }),
    openSlots: (mission: string, day: string, times: readonly string[], minutes = 20) =>
      post(OFFICIALS.mission(mission), `/missions/${mission}/slots`, { day, times, minutes }),
    noShow: (mission: string, appointment: string) =>
      post(OFFICIALS.mission(mission), `/appointments/${appointment}/no-show`),
    /** Uploads the photograph that was brought to the counter; its id is in the answer. */
    async photograph(mission: string, caseNumber: string, path: string): Promise<Answer> {
      const form = new FormData();
      form.set('kind', 'photograph');
      form.set('file', new Blob([await readFile(path)]), 'photograph.jpg');
      const authorization = `Bearer ${await tokenFor(OFFICIALS.mission(mission))}`;
      const key = randomUUID();
      return portal.call('POST', `/api/v1/cases/${caseNumber}/photographs`, { form, authorization, key });
    },
    checkIdentity: (mission: string, caseNumber: string, identity: object) =>
      post(OFFICIALS.mission(mission), `/cases/${caseNumber}/identity`, identity),
    confirmIdentity: (mission: string, caseNumber: string, confirms = true) =>
      post(OFFICIALS.mission(mission, 2), `/cases/${caseNumber}/identity/confirmation`, { confirms }),
    sign: (mission: string, caseNumber: string, contracts: { certificateContract: string; simContract?: string }) =>
      post(OFFICIALS.mission(mission), `/cases/${caseNumber}/signatures`, contracts),
    handToApplicant: (mission: string, caseNumber: string, paperNumber: string) =>
      post(OFFICIALS.mission(mission), `/cases/${caseNumber}/handing-over`, { paperNumber }),
    enterInRegister: (centre: string, caseNumber: string, serial: string) =>
      post(OFFICIALS.centre(centre), `/cases/${caseNumber}/register-entry`, { serial }),
    enterItems: (party: string, caseNumber: string, entry: { items: readonly Thing[]; mobileOperator?: string }) =>
      post(officialOfParty(party), `/cases/${caseNumber}/items`, entry),
    settleDifference: (incident: string, items: readonly SettledThing[]) =>
      post(OFFICIALS.operator, `/incidents/${incident}/settlement`, { items }),
    /** A file as an official may fetch it: an act as PDF, the file of a case as ZIP. */
    fetchFile: async (official: Official, path: string): Promise<Buffer> =>
      portal.download(`/api/v1${path}`, `Bearer ${await tokenFor(official)}`),
  };
}

export type Officials = ReturnType<typeof officials>;
