import type { Logger } from 'pino';
import { listenForReturnedMail } from '../adapters/email/returnedMail.ts';
import { recordReturn } from '../cases/notices/recordReturn.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import type { Loop } from './loops.ts';
import { every } from './loops.ts';

/** Where returned mail comes in. */
export type BouncePlace = { host: string; port: number; domain: string };

/**
 * Reads returned mail while this worker lives. Where another worker of this machine listens already this one goes on
 * without, and takes the port over once it is free.
 */
export function readReturnedMail(record: CaseRecord, place: BouncePlace, log: Logger): Pick<Loop, 'stop'> {
  let dropped = 0;
  let listening: { stop(): Promise<void> } | null = null;
  const listen = async () => {
    if (listening !== null) return 0;
    listening = await listenForReturnedMail({
      ...place,
      returned: async (noticeId, status) => {
        const { kind } = await recordReturn(record, noticeId, status);
        log.info({ kind, status }, 'a letter came back');
      },
      dropped: () => {
        dropped += 1;
        log.info({ dropped }, 'mail to a return address was no report of failure');
      },
    }).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE') return null;
      throw fault;
    });
    return 0;
  };
  const loop = every('bounces', 5_000, log, listen);
  return {
    stop: async () => {
      await loop.stop();
      await listening?.stop();
    },
  };
}
