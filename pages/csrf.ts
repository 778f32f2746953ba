import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

/** The synchroniser token of a session, asked back by every form (OWASP CSRF). */
export const csrf = csrfSync({
  getTokenFromRequest: (request: Request) => (request.body as { _csrf?: string } | undefined)?._csrf,
});
