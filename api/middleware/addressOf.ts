import type { Request } from 'express';
import { networkOf } from '../../cases/record/networkOf.ts';

/** Where a request comes from, for limits alone; it is kept only as a keyed hash. */
export function addressOf(request: Request): string {
  return networkOf(request.ip ?? 'unknown');
}
