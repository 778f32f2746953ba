import { join } from 'node:path';
import nunjucks from 'nunjucks';
import type { Language } from '../../law/languages.ts';
import { dayInWords, endInWords, instantInWords } from './dates.ts';

const PAGES = join(import.meta.dirname, '..');
const GOVUK = join(import.meta.dirname, '..', '..', 'node_modules', 'govuk-frontend', 'dist');

const environments = new Map<Language, nunjucks.Environment>();

function environmentFor(language: Language): nunjucks.Environment {
  const known = environments.get(language);
  if (known !== undefined) return known;
  const made = nunjucks.configure([PAGES, GOVUK], { autoescape: true, trimBlocks: true, lstripBlocks: true });
  made.addFilter('day', (day: string) => dayInWords(day, language));
  made.addFilter('instant', (instant: string, zone?: string) => instantInWords(instant, language, zone));
  made.addFilter('end', (instant: string) => endInWords(instant, language));
  made.addFilter('number', (value: number) => new Intl.NumberFormat(language).format(value));
  environments.set(language, made);
  return made;
}

/** Draws a template of the folder of pages as HTML. */
export function render(language: Language, view: string, context: object): string {
  return environmentFor(language).render(view, context);
}
