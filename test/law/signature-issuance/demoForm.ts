import { readFileSync } from 'node:fs';
import { type Application, applicationSchema } from '../../../law/signature-issuance/application.ts';
import { missingItems } from '../../../law/signature-issuance/completeness.ts';
import { DOCUMENT_KINDS } from '../../../law/signature-issuance/documents.ts';

/** An ISO day on which every complete demo form is complete. */
export const TODAY = '2026-03-18';

/** The demo forms that lack nothing. */
export const COMPLETE = [
  'foreigner-personal-token',
  'citizen-asan',
  'business-representative',
  'stateless-personal',
] as const;

/** A form of demo/forms with values set or, where undefined, taken out, by JSON pointer. */
export function demoForm(name: string, changes: Record<string, unknown> = {}): Application {
  const file = new URL(`../../../demo/forms/${name}.json`, import.meta.url);
  const form = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const [pointer, value] of Object.entries(changes)) put(form, pointer.slice(1).split('/'), value);
  return applicationSchema.parse(form);
}

function put(into: Record<string, unknown>, path: string[], value: unknown): void {
  const [name, ...rest] = path;
  if (rest.length > 0) put((into[name!] ??= {}) as Record<string, unknown>, rest, value);
  else if (value === undefined) delete into[name!];
  else into[name!] = value;
}

/** The items of a form as "pointer reason", with the documents its `filedBy` asks for. */
export function itemsOf(form: Application, today = TODAY): string[] {
  const documents = DOCUMENT_KINDS.filter((kind) => kind !== 'power-of-attorney' || form.filedBy === 'representative');
  return missingItems(form, { today, documents: documents.map((kind) => ({ kind })) }).map(
    ({ field, reason }) => `${field} ${reason}`,
  );
}
