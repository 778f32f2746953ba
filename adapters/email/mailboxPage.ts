import type { KeptMessage, OpenedMessage } from './mailbox.ts';

/** The languages of the mailbox pages. */
export const PAGE_LANGUAGES = ['az', 'en', 'ru'] as const;

/** One of the languages of the mailbox pages. */
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const WORDS = {
  az: {
    title: 'Sınaq poçt qutusu',
    empty: 'Məktub yoxdur.',
    at: 'Vaxt',
    to: 'Kimə',
    subject: 'Mövzu',
    back: 'Bütün məktublar',
    headers: 'Başlıqlar',
    gone: 'Belə məktub yoxdur.',
  },
  en: {
    title: 'Rehearsal mailbox',
    empty: 'No letters.',
    at: 'Time',
    to: 'To',
    subject: 'Subject',
    back: 'All letters',
    headers: 'Headers',
    gone: 'There is no such letter.',
  },
  ru: {
    title: 'Учебный почтовый ящик',
    empty: 'Писем нет.',
    at: 'Время',
    to: 'Кому',
    subject: 'Тема',
    back: 'Все письма',
    headers: 'Заголовки',
    gone: 'Такого письма нет.',
  },
} satisfies Record<PageLanguage, Record<string, string>>;

/** The list of kept messages, in the order given, as an HTML page. */
export function listPage(messages: readonly KeptMessage[], language: PageLanguage): string {
  const words = WORDS[language];
  const rows = messages.map(
    (message) =>
      `<tr><td>${escape(message.at)}</td><td>${escape(message.to.join(', '))}</td>` +
      `<td><a href="/dev/mail/${message.id}?language=${language}" lang="${escape(message.language)}">${escape(message.subject)}</a></td></tr>`,
  );
  const head = `<tr><th scope="col">${words.at}</th><th scope="col">${words.to}</th><th scope="col">${words.subject}</th></tr>`;
  return page(
    words.title,
    language,
    messages.length === 0
      ? `<p>${words.empty}</p>`
      : `<table><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

/** One kept message as an HTML page: subject, text, header lines. */
export function messagePage(message: OpenedMessage, language: PageLanguage): string {
  const words = WORDS[language];
  return page(
    message.subject,
    language,
    `<p>${words.to}: ${escape(message.to.join(', '))} · ${escape(message.at)}</p>
<pre lang="${escape(message.language)}">${escape(message.text)}</pre>
<h2>${words.headers}</h2><pre>${escape(message.headers.join('\n'))}</pre>
<p><a href="/dev/mail?language=${language}">${words.back}</a></p>`,
  );
}

/** The page that says there is no such message. */
export function gonePage(language: PageLanguage): string {
  return page(
    WORDS[language].gone,
    language,
    `<p><a href="/dev/mail?language=${language}">${WORDS[language].back}</a></p>`,
  );
}

function page(title: string, language: PageLanguage, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:1rem/1.5 sans-serif;margin:2rem;max-width:70rem}pre{white-space:pre-wrap;border:1px solid;padding:1rem}td,th{text-align:left;padding:.3rem .8rem .3rem 0}</style>
</head><body><main><h1>${escape(title)}</h1>
${body}
</main></body></html>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
