import type { DemoOfficial } from './demoOfficials.ts';

const WORDS = {
  az: {
    title: 'Sınaq girişi',
    what: 'Bu, Vahid Giriş Sistemi deyil: sınaq rejimində kim kimi daxil olacağınızı seçirsiniz. Parol soruşulmur.',
    refuse: 'İmtina et',
  },
  en: {
    title: 'Demo sign-in',
    what: 'This is not the single sign-on (Vahid Giriş Sistemi): in a rehearsal you choose whom to sign in as. No password is asked.',
    refuse: 'Refuse',
  },
  ru: {
    title: 'Учебный вход',
    what: 'Это не Единая система входа (Vahid Giriş Sistemi): в учебном режиме вы выбираете, от чьего имени войти. Пароль не спрашивается.',
    refuse: 'Отказаться',
  },
} as const;

/** The demo's page for choosing an official; it says that it is a demo. */
export function chooserPage(officials: readonly DemoOfficial[], locales: unknown): string {
  const asked = typeof locales === 'string' ? locales.split(' ')[0] : '';
  const language = asked === 'en' || asked === 'ru' ? asked : 'az';
  const words = WORDS[language];
  const rows = officials
    .map(
      ({ sub, role, body, post }) =>
        `<li><button name="sub" value="${sub}">${sub}</button> <span>${role}, ${body}, ${post}</span></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>body{font:18px/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0;list-style:none}ul{padding:0}button{font:inherit;min-width:14rem;padding:.3rem .6rem;text-align:left}</style>
</head><body><main><h1>${words.title}</h1><p>${words.what}</p>
<form method="post"><ul>
${rows}
</ul><p><button name="refuse" value="1">${words.refuse}</button></p></form></main></body></html>`;
}
