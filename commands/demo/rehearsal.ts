import { resolve } from 'node:path';
import { OFFICIALS } from '../../demo/officials.ts';
import { INSTANTS } from '../../demo/scenarios.ts';
import type { World } from '../../demo/world.ts';
import { type Language, WORDS } from '../../demo/words/words.ts';
import { writeWhen } from '../../demo/words/writeWhen.ts';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { type Centre, CENTRES } from '../../law/signature-issuance/parties.ts';
import { type Ports, portsFrom } from '../../stack/installation.ts';
import { rehearsalTokens } from '../../stack/rehearsalToken.ts';

const DEMO_START = INSTANTS[0] ?? '';

/** Why the demo cannot begin: the message is one whole sentence in the reader's language. */
export class CannotPlay extends Error {}

/** The world of an embedded installation: addresses by its ports, tokens made from its data folder. Throws when it has no keys. */
export async function worldOf(ports: Ports, home: string): Promise<World> {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const tokenFor = await rehearsalTokens(resolve(home));
  const each = <K extends string>(names: readonly K[], found: readonly number[]) =>
    Object.fromEntries(names.map((name, n) => [name, at(found[n] ?? 0)])) as Record<K, string>;
  return {
    api: at(ports.api),
    mailbox: at(ports.mailbox),
    textMessages: at(ports.textMessages),
    agencies: each<Agency>(AGENCIES, ports.agencies),
    centres: each<Centre>(CENTRES, ports.centres),
    tokenFor,
    operator: await tokenFor(OFFICIALS.operator),
    auditor: await tokenFor(OFFICIALS.auditor),
  };
}

/**
 * The world of a rehearsal that is already running at `url`, its data folder `home`. Throws CannotPlay when nobody
 * answers there, when it is no rehearsal, or when its legal clock is past the demo's beginning.
 */
export async function runningRehearsal(url: string, home: string, language: Language): Promise<World> {
  const { faults } = WORDS[language];
  const api = url.replace(/\/+$/, '');
  const clock = await readClock(api);
  if (clock === null) throw new CannotPlay(faults.nobodyThere(api));
  if (clock.nature !== 'rehearsal') throw new CannotPlay(faults.notARehearsal(api));
  if (Date.parse(clock.legalNow) > Date.parse(DEMO_START))
    throw new CannotPlay(faults.clockIsPast(api, writeWhen(clock.legalNow, language), writeWhen(DEMO_START, language)));
  const world = await worldOf(portsFrom(Number(new URL(api).port) || 80), home).catch(() => null);
  if (world === null) throw new CannotPlay(faults.noToken);
  return { ...world, api };
}

async function readClock(api: string): Promise<{ nature: string; legalNow: string } | null> {
  try {
    const response = await fetch(`${api}/api/v1/clock`);
    return response.ok ? ((await response.json()) as { nature: string; legalNow: string }) : null;
  } catch {
    return null;
  }
}
