import type { Request } from 'express';

/** Where a request comes from, for limits alone; it is kept only as a keyed hash. */
export function addressOf(request: Request): string {
  return request.ip ?? 'unknown';
}
