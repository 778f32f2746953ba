import { randomUUID } from 'node:crypto';
import { browsing } from '../../test/pages/browsing.ts';
import { plainForm } from './writeForm.ts';
import type { FormParts, Hostile } from './hostile.ts';

/** What came back: the status, and the sentence a person would read; null where there is none. */
export type Said = { status: number; taken: boolean; sentence: string | null; text: string };

/** A file on its way: what it is, its name and declared type, its bytes. */
export type Sent = Pick<Hostile, 'kind' | 'form'> & { name: string; type: string; bytes: Buffer };

/** A way by which files come in. */
export type Way = (sent: Sent) => Promise<Said>;

/** The JSON API: one file and its kind. */
export function overJson(url: string): Way {
  return async ({ kind, form = plainForm, name, type, bytes }) => {
    const { contentType, body } = form({ fields: { kind }, file: { field: 'file', name, type, bytes } });
    const answer = await fetch(`${url}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'Content-Type': contentType, 'Idempotency-Key': randomUUID(), 'Accept-Language': 'en' },
      body: Uint8Array.from(body),
    });
    const text = await answer.text();
    return { status: answer.status, taken: answer.status === 201, sentence: sentenceOfProblem(text), text };
  };
}

/** The pages: the form of a draft's files, in a browser's session without JavaScript. */
export async function overPages(url: string): Promise<Way> {
  const somebody = browsing(url);
  await somebody.get('/en/apply');
  const opened = await somebody.submit({});
  if (!opened.url.endsWith('/apply/code')) throw new Error(`no draft was opened: ${opened.url}`);
  return async ({ kind, form = plainForm, name, type, bytes }) => {
    await somebody.get('/en/apply/files');
    // Not the form that removes the file taken in before.
    const { fields } = somebody.hidden('name="kind"');
    const parts: FormParts = { fields: { ...fields, kind }, file: { field: kind, name, type, bytes } };
    const { contentType, body } = form(parts);
    const answer = await somebody.ask(
      '/en/apply/files',
      { method: 'POST', headers: { 'Content-Type': contentType }, body: Uint8Array.from(body) },
      false,
    );
    const taken = answer.status === 303 && answer.headers.get('location') === '/en/apply/files';
    return { status: answer.status, taken, sentence: sentenceOfPage(answer.html), text: answer.html };
  };
}

function sentenceOfProblem(text: string): string | null {
  try {
    const { detail, items } = JSON.parse(text) as { detail?: string; items?: { reason?: string }[] };
    return items?.[0]?.reason ?? detail ?? null;
  } catch {
    return null;
  }
}

/** The sentence of the error summary, or the paragraph under the heading of a page that says only what went wrong. */
function sentenceOfPage(html: string): string | null {
  const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1];
  const alone = /<h1[^>]*>[\s\S]*?<p class="govuk-body">([\s\S]*?)<\/p>/.exec(html)?.[1];
  const sentence = (summary ?? alone ?? '').replace(/<[^>]*>/g, ' ').trim();
  return sentence === '' ? null : sentence;
}
