// Shortcuts of the reviewer's pages: off until switched on, so that no key does what nobody meant (WCAG 2.1.4).
const KEPT = 'mohlet-shortcuts';
const isOn = () => localStorage.getItem(KEPT) === 'on';
const toggle = document.querySelector('[data-shortcuts] button');
if (toggle) {
  toggle.parentElement.hidden = false;
  const say = () => {
    toggle.textContent = isOn() ? toggle.dataset.off : toggle.dataset.on;
  };
  toggle.addEventListener('click', () => {
    localStorage.setItem(KEPT, isOn() ? 'off' : 'on');
    say();
  });
  say();
}
const rows = [...document.querySelectorAll('[data-row]')];
document.addEventListener('keydown', (event) => {
  if (!isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const at = rows.indexOf(document.activeElement);
  if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus();
  else if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus();
  else if (event.key === 'o') rows[at]?.click();
  else document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.focus();
});
