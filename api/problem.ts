import type { Request, Response } from 'express';
import type { ClauseId } from '../law/clauses.ts';
import { type Language, SENTENCES, type SentenceCode } from './words/words.ts';

/** What a problem may say beside its sentence: the clause, the items at fault, and values for the sentence's gaps. */
type ProblemDetail = {
  clause?: ClauseId;
  items?: readonly object[];
  instants?: Readonly<Record<string, string | null>>;
  fill?: Readonly<Record<string, string>>;
};

/** The reader's language by Accept-Language (RFC 9110): Azerbaijani first. */
export function languageOf(request: Request): Language {
  const asked = request.acceptsLanguages('az', 'en', 'ru');
  return asked === 'en' || asked === 'ru' ? asked : 'az';
}

/** Answers with problem details (RFC 9457): the code as `type`, a sentence in the reader's language, clause and items. */
export function problem(
  request: Request,
  response: Response,
  status: number,
  code: SentenceCode,
  { clause, items, instants, fill = {} }: ProblemDetail = {},
): void {
  const language = languageOf(request);
  const detail = SENTENCES[code][language].replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
  response
    .status(status)
    .type('application/problem+json')
    .set('Content-Language', language)
    .send(
      JSON.stringify({
        type: `urn:mohlet:problem:${code}`,
        title: code,
        status,
        detail,
        ...(clause !== undefined && { clause }),
        ...(items !== undefined && { items }),
        ...instants,
        requestId: request.id,
      }),
    );
}
