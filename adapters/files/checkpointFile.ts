import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file outside the database that keeps the checkpoints, one JSON line each: `{"n":1,"jws":"..."}`. */
export function checkpointFile(path: string) {
  return {
    /** The number of the last checkpoint it holds whole; 0 when it holds none. What a crash left torn is cut off. */
    async lastNumber(): Promise<number> {
      const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return '';
        throw fault;
      });
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
      const last = whole.trimEnd().split('\n').at(-1);
      return last === undefined || last === '' ? 0 : (JSON.parse(last) as { n: number }).n;
    },

    /** Appends one checkpoint and waits until it is on the disk. */
    async append(n: number, jws: string): Promise<void> {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a', 0o600);
      try {
        await file.write(`${JSON.stringify({ n, jws })}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
