// Keeps what was typed in a form (data-keep) over a lost connection, in this tab alone. It belongs to the official who
// typed it and is gone once the server has taken it, once he signs out, and once another signs in: a counter's machine
// is shared. The form's hidden key is kept with it, so that the form sent again after its answer was lost
// counts once.
const MINE = 'mohlet-typed ';
const SENT = 'mohlet-sent';

const forms = [...document.querySelectorAll('form[data-keep]')];
const who = document.querySelector('.mohlet-who')?.dataset.who ?? '';
// Also where it came too late: it is kept as evidence, and nobody sends it again.
const taken = document.querySelector('.govuk-notification-banner') !== null;
// A session that ran out leads here first; whoever signs in again finds his own.
const signingIn = /^\/(az|en|ru)\/sign-in(\/|$)/.test(location.pathname);

const forget = (which) => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(MINE) && which(name)) sessionStorage.removeItem(name);
};
forget((name) => (who === '' ? !signingIn : !name.startsWith(`${MINE}${who} `)));
// After it the browser may be led away, to the single sign-on, and not come back.
if (/^\/(az|en|ru)\/sign-out$/.test(location.pathname))
  document.querySelector('main form')?.addEventListener('submit', () => forget(() => true));
if (taken) sessionStorage.removeItem(sessionStorage.getItem(SENT) ?? '');
sessionStorage.removeItem(SENT);

// The languages in the header are buttons of the form too: nobody types them.
const NOT_TYPED = ['file', 'submit'];
const typedIn = (form) =>
  [...form.elements].filter(({ name, type }) => name && name !== '_csrf' && !NOT_TYPED.includes(type));

for (const form of forms) {
  const deed = form.elements.namedItem('deed')?.value ?? '';
  // In whichever language the page is read.
  const name = `${MINE}${who} ${location.pathname.replace(/^\/\w+/, '')} ${deed}`;
  // What the server answered to stands in the form already, beside what is wrong with it, under a new key.
  if (document.querySelector('.govuk-error-summary')) sessionStorage.removeItem(name);
  const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null');
  if (kept)
    for (const input of typedIn(form)) {
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = kept[input.name] === input.value;
      else if (input.name in kept) input.value = kept[input.name];
    }
  const keep = () => {
    const typed = {};
    for (const input of typedIn(form))
      if ((input.type !== 'radio' && input.type !== 'checkbox') || input.checked) typed[input.name] = input.value;
    sessionStorage.setItem(name, JSON.stringify(typed));
  };
  // The answer itself cannot be come back to: its page is asked for again.
  if (document.querySelector('.govuk-error-summary')) keep();
  form.addEventListener('input', keep);
  form.addEventListener('submit', () => {
    keep();
    sessionStorage.setItem(SENT, name);
  });
}
