import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { differences } from './differences.ts';
import type { Endings } from './ending.ts';
import { keepFiles } from './keepFiles.ts';
import { play } from './play.ts';
import { readBundle } from './readBundle.ts';
import { type ReadCase, readEnding, saveKeys } from './readEnding.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';
import { prepareStage } from './stage.ts';
import { table } from './table.ts';
import { pageAt, whereToBegin } from './whereToBegin.ts';
import { type Language, WORDS } from './words/words.ts';
import type { World } from './world.ts';

/**
 * Plays all cases in a rehearsal, prints the timeline and the table, saves each case's record in `out`, and
 * answers whether every case ended as expected; each difference is printed. Throws where a party or the portal fails.
 */
export async function runDemo(
  world: World,
  options: { expected: Endings; out: string; language: Language; write: (line: string) => void },
): Promise<boolean> {
  const { expected, language, write } = options;
  const words = WORDS[language];
  const started = performance.now();
  const near = relative(process.cwd(), options.out);
  const out = near === '' || near.startsWith('..') ? options.out : near;
  await mkdir(out, { recursive: true });
  const stage = await prepareStage(world, { filesFolder: join(out, 'files'), language, write });
  write(words.plays(world.api));
  for (const line of whereToBegin(world.api, language)) write(line);
  write('');
  const { cases, group } = await play(stage);

  const read = {} as Record<ScenarioId, ReadCase>;
  for (const id of SCENARIO_IDS) read[id] = await readEnding(stage, id, cases[id], out);
  const bundle = await readBundle(stage, group);
  const keys = await saveKeys(stage, out);
  write('');
  for (const line of [
    ...table(expected.cases, read, { words, language, pageAt: (path) => pageAt(world.api, language, path) }),
    '',
    ...bundle.lines,
    '',
  ])
    write(line);
  const silence = read.silence.silenceFile;
  if (silence !== null) write(words.verifyBy(`npm run -s verify -- ${silence} --trust ${keys}`));
  for (const line of await keepFiles(stage, cases['e-imza'], out, keys)) write(line);

  const endings = Object.fromEntries(SCENARIO_IDS.map((id) => [id, read[id].ending])) as Endings['cases'];
  const found = { cases: endings, bundle: bundle.ending };
  await writeFile(join(out, 'found.json'), JSON.stringify(found, null, 2));
  const { lines, isAsExpected } = verdict({ expected, found, people: group.people.length, started, language });
  lines.forEach(write);
  return isAsExpected;
}

/** What the demo says at its end: each difference, and whether all is as expected; `started` as `performance.now()`. */
export function verdict(of: {
  expected: Endings;
  found: Endings;
  people: number;
  started: number;
  language: Language;
}): { lines: string[]; isAsExpected: boolean } {
  const { differs, notAsExpected, allAsExpected } = WORDS[of.language];
  const wrong = differences(of.expected, of.found);
  const seconds = Math.round((performance.now() - of.started) / 1000);
  return {
    lines: [
      ...wrong.map(({ id, what, expected, found }) => `${id}: ${differs(what, expected, found)}`),
      wrong.length > 0 ? notAsExpected(wrong.length) : allAsExpected(SCENARIO_IDS.length, of.people, seconds),
    ],
    isAsExpected: wrong.length === 0,
  };
}
