import { setTimeout as pause } from 'node:timers/promises';

const MEBIBYTE = 1_048_576;
const OPENS_WITHIN_MS = 10_000;

/** A running Node process that is asked, by its inspector, what it still holds. */
export type Heap = {
  /** What is left in MiB when everything that nothing refers to is given back: heap and the bytes of buffers. */
  live(): Promise<number>;
  close(): void;
};

type Answer = { id: number; result: unknown };

/** Opens the inspector of a process that was started with `--inspect-port=PORT`; it listens on the loopback alone. */
export async function openHeap(pid: number, port: number): Promise<Heap> {
  process.kill(pid, 'SIGUSR1');
  const socket = new WebSocket(await inspectorOf(port));
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = () => failed(new Error('the inspector of the API process does not open'));
  });
  let id = 0;
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      const own = ++id;
      const listen = ({ data }: { data: unknown }) => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id !== own) return;
        socket.removeEventListener('message', listen);
        resolve(answer.result);
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id: own, method }));
    });
  return {
    live: async () => {
      await ask('HeapProfiler.collectGarbage');
      const usage = (await ask('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number };
      return (usage.usedSize + usage.backingStorageSize) / MEBIBYTE;
    },
    close: () => socket.close(),
  };
}

async function inspectorOf(port: number): Promise<string> {
  for (const until = Date.now() + OPENS_WITHIN_MS; Date.now() < until; await pause(100)) {
    const listed = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
    const [target] = listed === null ? [] : ((await listed.json()) as { webSocketDebuggerUrl: string }[]);
    if (target !== undefined) return target.webSocketDebuggerUrl;
  }
  throw new Error('the inspector of the API process does not listen');
}

/** The most a call may leave behind for memory to be called flat: less than the shortest answer's own text. */
export const MOST_KEPT_BYTES = 256;

/** How many bytes each call left behind, between two measurements with so many calls between them. */
export function keptByCall(before: number, after: number, calls: number): number {
  return Math.round(((after - before) * MEBIBYTE) / Math.max(1, calls));
}
