import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { countryName } from '../../../pages/rendering/countryName.ts';
import type { Walk } from './walk.ts';

/** Anybody checks a document: no file, a broken one, and an evidence pack of this installation. */
export async function check({ pages, person, broken }: Walk): Promise<void> {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  for (const agency of AGENCIES) await pages.opine(caseNumber, agency, { kind: 'nothing-against' });
  const auditor = { sub: 'a', role: 'auditor', body: 'chamber', post: 'desk' } as const;
  const answer = await fetch(`${pages.url}/api/v1/cases/${caseNumber}/file`, {
    headers: { Authorization: `Bearer ${await pages.token(auditor)}` },
  });
  const pack = { name: 'pack.zip', mimeType: 'application/zip', buffer: Buffer.from(await answer.arrayBuffer()) };
  const hand = await person();
  const t = hand.words('public');
  await hand.open('/check');
  await hand.press(t('check.button'));
  await hand.seesMistakes(1);
  await hand.attach(t('check.file'), broken);
  await hand.press(t('check.button'));
  await hand.sees(t('check.standing.13'));
  await hand.attach(t('check.file'), pack);
  await hand.press(t('check.button'));
  // What a rehearsal signs is genuine, and without legal effect.
  await hand.sees(t('check.standing.10'));
}

/** R1598/1.2.1: anybody asks who may apply: nothing chosen first, then an answer with its clause. */
export async function mayApply({ person }: Walk): Promise<void> {
  const hand = await person();
  const t = hand.words('public');
  await hand.open('/who');
  await hand.press(t('who.button'));
  await hand.seesMistakes();
  await hand.choose(
    t('who.kind'),
    (await hand.main.getByRole('radio').first().locator('..').textContent())?.trim() ?? '',
  );
  await hand.pick(t('who.country'), countryName('DEU', hand.language));
  await hand.press(t('who.button'));
  await hand.sees('R1598/1.2.1');
}
