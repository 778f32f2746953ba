import type { TestPages } from '../pages/openPages.ts';

const PERSON = {
  applicant_surname: 'Çələbi-Öztürk',
  applicant_givenName: 'İlqar',
  applicant_noPatronymic: 'true',
  'applicant_birthDate-day': '28',
  'applicant_birthDate-month': '2',
  'applicant_birthDate-year': '1986',
  applicant_birthPlace: 'Köln',
  applicant_sex: 'male',
  applicant_citizenship: 'DEU',
  applicant_countryOfResidence: 'DEU',
  applicant_residentialAddress: 'Erfundene Gasse 4, Köln',
  applicant_registeredAddress: 'Erfundene Gasse 4, Köln',
};

/** A draft over its own pages: who, the certificate and the person are filled in, a photograph is uploaded; the rest is open. */
export async function fillDraft(pages: TestPages, photograph: Buffer): Promise<{ returnCode: string }> {
  const somebody = pages.visit();
  await somebody.get('/az/apply');
  const shown = await somebody.submit({});
  const returnCode = /id="return-code">([^<]+)</.exec(shown.html)?.[1]?.trim() ?? '';
  for (const [step, fields] of [
    ['who', { applicantKind: 'foreigner', filedBy: 'self' }],
    ['certificate', { carrier: 'e-imza-token', use: 'personal' }],
    ['person', PERSON],
  ] as const) {
    await somebody.get(`/az/apply/steps/${step}`);
    await somebody.submit(fields);
  }
  await somebody.get('/az/apply/files');
  await somebody.submit(
    {},
    { form: 'value="photograph"', files: { photograph: { name: 'a.jpg', bytes: photograph } } },
  );
  return { returnCode };
}
