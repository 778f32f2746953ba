import { putField } from '../../cases/drafts/putField.ts';
import { isDay } from '../../law/calendar/days.ts';
import { type Application, applicationSchema } from '../../law/signature-issuance/application.ts';
import { inputOf, nameOf } from './inputs.ts';

type Form = Readonly<Record<string, string>>;

/** A field that does not have the right form: a day that is none, a text too long or with what cannot be seen. */
export type Fault = { field: string; reason: 'day' | 'text' };

/** A step as typed: the application with it, or the fields that do not have the right form. */
export type ReadStep = { kind: 'read'; application: Application } | { kind: 'faulty'; faults: Fault[] };

/**
 * Puts what was typed for some fields into an application; an empty field takes out what stood there. Only the form is
 * judged here (a day that is one, a text without invisible characters); what is required is law's, and comes later.
 */
export function readStep(application: Application, fields: readonly string[], form: Form): ReadStep {
  const changed = structuredClone(application) as Record<string, unknown>;
  const faults: Fault[] = [];
  for (const field of fields) {
    const typed = readField(field, form);
    if (typed === null) faults.push({ field, reason: 'day' });
    else putField(changed, field.slice(1).split('/'), typed);
  }
  const read = applicationSchema.safeParse(changed);
  if (!read.success)
    for (const { path } of read.error.issues) {
      const field = fields.find((one) => `/${path.join('/')}`.startsWith(one));
      if (field !== undefined && !faults.some((fault) => fault.field === field)) faults.push({ field, reason: 'text' });
    }
  if (faults.length > 0 || !read.success) return { kind: 'faulty', faults };
  return { kind: 'read', application: read.data };
}

/** One field as a JSON value: undefined where nothing was typed, null where it cannot be read. */
function readField(field: string, form: Form): string | boolean | undefined | null {
  const name = nameOf(field);
  const input = inputOf(field);
  const text = (form[name] ?? '').trim();
  switch (input.kind) {
    case 'tick':
      return text === 'true' ? true : undefined;
    case 'day': {
      if (input.unlimited && form[`${name}-unlimited`] === 'true') return 'unlimited';
      const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
        (form[`${name}-${part}`] ?? '').trim(),
      );
      if (day === '' && month === '' && year === '') return undefined;
      const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return isDay(iso) ? iso : null;
    }
    case 'radios':
      if (text === '') return undefined;
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'select':
    case 'text':
      return text === '' ? undefined : text;
  }
}
