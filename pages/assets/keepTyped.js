// Keeps what was typed in a form over a lost connection, in this tab alone and until the server has answered. The form's
// hidden key stays the same while it is sent again, so that it counts once (the server's answer brings a new one).
for (const form of document.querySelectorAll('form[data-keep]')) {
  const name = `mohlet-typed ${location.pathname}`;
  const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null');
  if (kept && !document.querySelector('.govuk-notification-banner--success, .govuk-error-summary'))
    for (const [field, value] of Object.entries(kept)) {
      for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
        if (input.type === 'hidden' || input.type === 'file') continue;
        if (input.type === 'radio' || input.type === 'checkbox') input.checked = input.value === value;
        else input.value = value;
      }
    }
  else sessionStorage.removeItem(name);
  form.addEventListener('input', () => {
    const typed = {};
    for (const [field, value] of new FormData(form))
      if (typeof value === 'string' && field !== '_csrf' && field !== 'once') typed[field] = value;
    sessionStorage.setItem(name, JSON.stringify(typed));
  });
}
