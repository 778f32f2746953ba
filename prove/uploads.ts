import { createHash } from 'node:crypto';
import type { Failure } from './check.ts';
import { openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { chanceFrom } from './tamper/chance.ts';
import { type Hostile, PLANT } from './uploads/hostile.ts';
import { whyNotClean } from './uploads/isClean.ts';
import { JPEGS } from './uploads/jpegs.ts';
import { type Inside, lookInside, openStored, plantsElsewhere } from './uploads/lookInside.ts';
import { FORMS, NAMES } from './uploads/names.ts';
import { OTHER_FILES, OTHER_PICTURES } from './uploads/others.ts';
import { PDFS } from './uploads/pdfs.ts';
import { PNGS } from './uploads/pngs.ts';
import { type Memory, watchMemory } from './uploads/watchMemory.ts';
import { overJson, overPages, type Said, type Sent, type Way } from './uploads/ways.ts';

const ALL: readonly Hostile[] = [...JPEGS, ...PNGS, ...OTHER_PICTURES, ...OTHER_FILES, ...PDFS, ...NAMES, ...FORMS];

// A prime, so that a small count meets files of every sort, and a full one all of them.
const STRIDE = 37;

/** How many kinds of hostile files there are; a count of at least as many makes each once or more. */
export const KINDS_OF_HOSTILE = ALL.length;

/** What came of it: every file goes both ways in, so `n` is twice as many as were made. */
export type UploadsOutcome = { n: number; failures: Failure[]; refused: number; cleaned: number; memory: Memory };

/**
 * Makes `count` hostile files and sends each over HTTP both ways in, the JSON API and the pages of a draft. Then reads
 * the store and the database: nothing may lie there but clean files that had to be taken, and the API must still answer.
 */
export async function proveUploads({
  count,
  seed,
  say,
}: {
  count: number;
  seed: number;
  say: Say;
}): Promise<UploadsOutcome> {
  const proof = await openProofStack({ parts: ['simulators', 'api'] });
  try {
    const url = `http://127.0.0.1:${proof.stack.ports.api}`;
    const ways: readonly [string, Way][] = [
      ['JSON', overJson(url)],
      ['pages', await overPages(url)],
    ];
    const api = [...proof.stack.parts.values()].find(({ name }) => name === 'api');
    const memory = await watchMemory(api?.pid ?? 0);
    const failures: Failure[] = [];
    let [refused, cleaned] = [0, 0];
    for (let number = 0; number < count; number += 1) {
      const hostile = ALL[(number * STRIDE) % ALL.length] as Hostile;
      const sent = await makeOne(hostile, seed + number);
      for (const [name, way] of ways) {
        const before = await lookInside(proof);
        const said = await way(sent).catch((fault: unknown) => String(fault));
        const fault = await whatIsWrong(proof, { hostile, sent, said, before, url });
        if (typeof said !== 'string' && said.taken) cleaned += 1;
        else refused += 1;
        if (fault !== null) failures.push({ caseNumber: `${hostile.what} (${name})`, what: fault });
        const told =
          typeof said === 'string' ? said : `${said.status} ${said.taken ? 'cleaned' : (said.sentence ?? '')}`;
        say(`${number} ${name}: ${hostile.what}: ${told}${fault === null ? '' : `  FAILED: ${fault}`}`);
      }
      // The limit of an hour for one address would end the proof early.
      await proof.owner.run(`DELETE FROM rate_limit`);
    }
    for (const where of await plantsElsewhere(proof))
      failures.push({ caseNumber: where, what: 'a planted mark lies there' });
    return { n: count * ways.length, failures, refused, cleaned, memory: await memory.end() };
  } finally {
    await proof.stop();
  }
}

async function makeOne({ make, name, type = 'image/jpeg', kind, form }: Hostile, seed: number): Promise<Sent> {
  const chance = chanceFrom(seed);
  const making = { chance, plant: `${PLANT}${chance.below(0x7fffffff).toString(16)}` };
  const bytes = await make(making);
  return { kind, name: name?.(making) ?? 'a.jpg', type, bytes, ...(form !== undefined && { form }) };
}

type About = { hostile: Hostile; sent: Sent; said: Said | string; before: Inside; url: string };

/** The first thing that is not as it must be, by the answer, the store and the database; null where all is well. */
async function whatIsWrong(proof: ProofStack, { hostile, sent, said, before, url }: About): Promise<string | null> {
  const now = await lookInside(proof);
  if (now.onDisk.symmetricDifference(now.rows).size > 0) return 'the store and the database name different files';
  for (const id of now.rows.difference(before.rows)) {
    const stored = await openStored(proof, id);
    if (stored.bytes.equals(sent.bytes)) return 'it lies in the store as it was sent';
    if (createHash('sha256').update(stored.bytes).digest('hex') !== stored.sha256) return 'its hash is another';
    const why = whyNotClean(stored.mediaType, stored.bytes);
    if (why !== null) return `it was taken in, and ${why}`;
  }
  const came = now.rows.difference(before.rows).size;
  const health = await fetch(`${url}/en/apply`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  await health?.arrayBuffer();
  if (health?.status !== 200) return 'an ordinary request right after it was not answered';
  if (typeof said === 'string') return `no answer: ${said}`;
  if (said.text.includes(PLANT)) return 'the answer repeats what was planted';
  if (said.taken) return came === 1 && hostile.ends !== 'refused' ? null : 'it was taken, and must not be';
  if (came > 0) return 'it was refused, and something was stored';
  if (said.status < 400 || said.status >= 500) return `it was answered ${said.status}`;
  if (said.sentence === null || said.sentence.length < 20) return 'no sentence says why it was refused';
  return hostile.ends === 'cleaned' ? `it was refused, and could be taken in: ${said.sentence}` : null;
}
