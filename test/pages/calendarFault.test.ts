import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPages } from './openPages.ts';

const SAYS = {
  az: /göstərmək mümkün deyil\.<\/p>/,
  en: /This page cannot be shown until the portal operator has entered the calendar\./,
  ru: /Эту страницу нельзя показать/,
};

test('a page whose days the calendar does not cover says so with 503, and claims neither a record nor that anybody was told', async (t) => {
  const pages = await openPages();
  t.after(() => pages.stop());
  await pages.freeze('2026-03-16T09:00:00+04:00');
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  await pages.freeze('2026-03-18T09:00:00+04:00');
  await pages.opine(caseNumber, 'internal-affairs', { kind: 'negative' });
  await pages.freeze('2026-05-05T10:00:00+04:00');
  await pages.owner.run(`DELETE FROM calendar_decision`);
  for (const [language, says] of Object.entries(SAYS)) {
    const page = await pages.visit().get(`/${language}/statistics`);
    assert.equal(page.status, 503);
    assert.match(page.html, says);
    assert.doesNotMatch(page.html, /Nothing was recorded|knows of it/);
  }
  assert.deepEqual(await pages.owner.many(`SELECT 1 FROM incident`), []);
});
