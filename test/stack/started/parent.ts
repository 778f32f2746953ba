import { join } from 'node:path';
import { spawnPart } from '../../../stack/child.ts';

/** A parent that the tests kill: starts one orderly part, says its process id, and waits. */
const part = await spawnPart('part', [join(import.meta.dirname, 'part.ts'), 'orderly'], process.env, (line) => {
  if (line === 'up') process.stdout.write(`${part.pid}\n`);
});
setInterval(() => undefined, 1_000);
