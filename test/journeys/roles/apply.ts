import assert from 'node:assert/strict';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { missionName } from '../../../law/signature-issuance/missions.ts';
import { fieldWords } from '../../../law/signature-issuance/words/fieldWords.ts';
import { valueWords } from '../../../law/signature-issuance/words/valueWords.ts';
import { countryName } from '../../../pages/rendering/countryName.ts';
import type { Hand } from '../hand.ts';
import type { Walk } from './walk.ts';

/** R1598/2.3-2.6: from the rule of silence over every step, with mistakes, left and come back to, to the case's number. */
export async function apply({ pages, person, photograph, passport, broken }: Walk): Promise<void> {
  const hand = await person();
  const t = hand.words('apply');
  await hand.open('/apply');
  await hand.press(t('start.button'));
  const code = ((await hand.page.textContent('#return-code')) ?? '').trim();
  await hand.press(t('common.continue'));
  await hand.follow(t('steps.who'));
  await fillSteps(hand);

  const kind = (name: 'photograph' | 'identity-document') => KIND_WORDS[name][hand.language];
  const send = async (name: 'photograph' | 'identity-document', file: typeof photograph) => {
    await hand.attach(t('files.choose', { name: kind(name) }), file);
    await hand.pressIn(hand.main.getByRole('region', { name: kind(name), exact: true }), t('files.send'));
  };
  await send('photograph', broken);
  await hand.seesMistakes(1);
  await send('photograph', photograph);
  await hand.sees(t('files.good.photograph'));
  await send('identity-document', passport);
  await hand.sees(t('files.good.identity-document'));

  const another = await person();
  await another.open('/apply/return');
  await another.write(t('return.code'), '0000-0000');
  await another.press(t('common.continue'));
  await another.seesMistakes(1);
  await another.write(t('return.code'), code.toLowerCase().replaceAll('-', ' '));
  await another.press(t('common.continue'));
  await another.press(t('tasks.check'));
  await another.sees('Çələbi-Öztürk');
  await another.press(t('check.button'));
  await another.sees(t('confirmation.title'));
  assert.equal(
    ((await another.page.textContent('#tracking-code')) ?? '').trim(),
    code,
    'the return code tracks the case',
  );
  const number = /[A-Z]{2}-\d{4}-\d{6}/.exec(await another.says())?.[0] ?? '';
  const rows = await pages.owner.many(`SELECT 1 FROM "case" WHERE number = $1 AND stage = 'opinions'`, [number]);
  assert.equal(rows.length, 1, `${number} is registered`);
}

/** Every step of the form; two of them with a mistake that is mended. */
async function fillSteps(hand: Hand): Promise<void> {
  const { language } = hand;
  const t = hand.words('apply');
  const called = (field: string) => fieldWords(field, language);
  const of = (name: string) => called(`/applicant/${name}`);
  const next = () => hand.press(t('step.next'));
  const write = (name: string, text: string) => {
    const [label, optional] = [of(name), t('step.optional', { label: of(name) })];
    const field = hand.main.getByLabel(label, { exact: true }).or(hand.main.getByLabel(optional, { exact: true }));
    return hand.write(field, text);
  };
  const choose = (field: string, value: string) => hand.choose(called(field), valueWords(value, language));
  const germany = countryName('DEU', language);

  await choose('/applicantKind', 'foreigner');
  await choose('/filedBy', 'self');
  await next();
  await choose('/carrier', 'e-imza-token');
  await choose('/use', 'personal');
  await next();
  await write('surname', 'Çələbi-Öztürk');
  await write('givenName', 'İlqar');
  await hand.tick(of('noPatronymic'));
  await hand.writeDay(of('birthDate'), ['31', '2', '1986'], t);
  await write('birthPlace', 'Köln');
  await choose('/applicant/sex', 'male');
  await hand.pick(of('citizenship'), germany);
  await hand.pick(of('countryOfResidence'), germany);
  await write('residentialAddress', 'Erfundene Gasse 4');
  await write('registeredAddress', 'Erfundene Gasse 4');
  await next();
  await hand.seesMistakes(1);
  assert.equal(await hand.main.getByLabel(of('surname'), { exact: true }).inputValue(), 'Çələbi-Öztürk', 'it is kept');
  await hand.writeDay(of('birthDate'), ['28', '2', '1986'], t);
  await next();
  await choose('/applicant/identityDocument/kind', 'passport');
  await write('identityDocument/number', `C01${String(Date.now()).slice(-6)}${Math.floor(Math.random() * 10)}`);
  await hand.writeDay(of('identityDocument/validFrom'), ['3', '2', '2022'], t);
  await hand.writeDay(of('identityDocument/validUntil'), ['2', '2', '2032'], t);
  await write('identityDocument/issuingAuthority', 'Stadt Köln');
  await hand.pick(of('identityDocument/issuingCountry'), germany);
  await next();
  await write('phones/mobile', '+49 151 23456789');
  await write('email', 'not an address');
  await hand.pick(called('/mission'), missionName('berlin', language));
  await hand.choose(called('/languageOfNotices'), 'Azərbaycanca');
  await next();
  await hand.seesMistakes(1);
  await write('email', 'ilqar@example.com');
  await next();
  await write('bankAccount/beneficiary', 'Ilqar');
  await write('bankAccount/bank', 'Erfundene Bank');
  await hand.pick(of('bankAccount/country'), germany);
  await write('bankAccount/bic', 'INVTDEFF');
  await write('secretQuestion', 'İlk qayığım?');
  await write('secretAnswer', 'Qağayı');
  await next();
  await hand.tick(called('/declarations/rulesAndContract'));
  await hand.tick(called('/declarations/truthfulness'));
  await next();
}
