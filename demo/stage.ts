import { makeFiles, type MadeFiles } from './makeFiles.ts';
import { type Officials, officials } from './officials.ts';
import { type Parties, parties } from './parties.ts';
import { type Portal, portal } from './portal.ts';
import { type DemoWords, type Language, WORDS } from './words/words.ts';
import type { World } from './world.ts';

/** What every case of the demo shares: the portal, its parties, the files to apply with, and where to tell. */
export type Stage = {
  world: World;
  portal: Portal;
  officials: Officials;
  parties: Parties;
  files: MadeFiles;
  language: Language;
  words: DemoWords;
  write: (line: string) => void;
};

/** Prepares the stage: draws the photograph and the scanned passport into a folder, writes each line by `write`. */
export async function prepareStage(
  world: World,
  options: { filesFolder: string; language: Language; write: (line: string) => void },
): Promise<Stage> {
  const { filesFolder, language, write } = options;
  const people = portal(world.api, language);
  return {
    world,
    portal: people,
    officials: officials(people, world.tokenFor),
    parties: parties(world),
    files: await makeFiles(filesFolder),
    language,
    words: WORDS[language],
    write,
  };
}
