import type { ErrorRequestHandler, RequestHandler } from 'express';
import { NOT_PUBLISHED_WORDS, YearNotCovered } from '../law/calendar/coveredYears.ts';
import type { Language } from '../law/languages.ts';
import { answer } from './answer.ts';
import type { PagesNeeds } from './needs.ts';
import { sayIn } from './rendering/words.ts';

/** No such page, in the reader's language. */
export function answerMissing(needs: PagesNeeds, language: Language): RequestHandler {
  return (request, response) =>
    answer(request, response, { needs, language, t: sayIn('', language), reply: { kind: 'not-found' } });
}

/** A page that failed: a fault's own text stays inside; the person is told that nothing is half done. */
export function answerFault(needs: PagesNeeds): ErrorRequestHandler {
  return async (fault: unknown, request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    const language = (/^\/(az|en|ru)/.exec(request.originalUrl)?.[1] ?? 'az') as Language;
    const t = sayIn('', language);
    const { status = 500 } = fault as { status?: number };
    if (fault instanceof URIError || status === 404) {
      await answer(request, response, { needs, language, t, reply: { kind: 'not-found' } });
      return;
    }
    const mine = status < 400 || status >= 500;
    if (mine) {
      const { name, code } = fault as { name?: string; code?: string };
      const at =
        fault instanceof Error
          ? fault.stack
              ?.split('\n')
              .find((line) => line.includes('.ts:'))
              ?.trim()
          : '';
      request.log?.error({ fault: { name, code, at } }, 'a page failed');
    }
    if (fault instanceof YearNotCovered) {
      const why = NOT_PUBLISHED_WORDS[language].replace('{year}', String(fault.year));
      // Of a page that is only read nothing could be recorded; what was done before it stands.
      const next = request.method === 'POST' ? t('fault.calendar.next') : t('fault.calendar.page');
      const reply = { kind: 'view', view: 'faults/calendar.njk', title: t('fault.calendar') } as const;
      await answer(request, response, { needs, language, t, reply: { ...reply, status: 503, data: { why, next } } });
      return;
    }
    const reply = { kind: 'view', view: mine ? 'faults/fault.njk' : 'faults/form.njk' } as const;
    const title = t(mine ? 'fault.fault' : 'fault.form');
    await answer(request, response, { needs, language, t, reply: { ...reply, title, status: mine ? 500 : status } });
  };
}
