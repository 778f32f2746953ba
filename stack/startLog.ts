import type { WriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { writable } from './writable.ts';

/** Opens, to be added to, the log of all parts in a data folder, made at need. Throws StartRefused where it cannot be. */
export function openStartLog(home: string): Promise<WriteStream> {
  return writable(home, async () => {
    await mkdir(home, { recursive: true });
    return (await open(join(home, 'mohlet.log'), 'a', 0o600)).createWriteStream();
  });
}
