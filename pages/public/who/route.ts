import { applicationSchema } from '../../../law/signature-issuance/application.ts';
import { COUNTRIES } from '../../../law/signature-issuance/countries.ts';
import { isEligible } from '../../../law/signature-issuance/eligibility.ts';
import { describeRefusal } from '../../../law/signature-issuance/refusalWords.ts';
import { valueWords } from '../../../law/signature-issuance/words/valueWords.ts';
import type { OpenPage } from '../../page.ts';
import { countryName } from '../../rendering/countryName.ts';

const KINDS = applicationSchema.shape.applicantKind.unwrap().options;

/** A short checker: who asks and where he lives, answered by the rule itself with its clause (R1598/1.2.1). */
export const who: OpenPage = {
  path: '/who',
  who: 'anyone',
  words: 'public',
  get: ({ query, t, to, language }) => {
    const kind = KINDS.find((known) => known === query['kind']);
    const country = COUNTRIES.find((known) => known === query['country']);
    const isAsked = query['kind'] !== undefined || query['country'] !== undefined;
    const errors = [
      ...(kind === undefined ? [{ field: 'kind', text: t('who.noKind') }] : []),
      ...(country === undefined ? [{ field: 'country', text: t('who.noCountry') }] : []),
    ];
    const judged =
      kind === undefined || country === undefined
        ? null
        : isEligible({ applicantKind: kind, applicant: { countryOfResidence: country } });
    return {
      kind: 'view',
      view: 'public/who/view.njk',
      title: t('who.title'),
      back: to('/'),
      errors: isAsked ? errors : [],
      data: {
        answer:
          judged === null
            ? null
            : judged.kind === 'eligible'
              ? { may: true, text: t(kind === 'citizen-abroad' ? 'who.mayCitizen' : 'who.may'), clause: 'R1598/1.2.1' }
              : { may: false, text: describeRefusal(judged.clause, language), clause: judged.clause },
        kinds: KINDS.map((value) => ({ value, text: valueWords(value, language), checked: value === kind })),
        countries: [
          { value: '', text: t('who.choose') },
          ...COUNTRIES.map((value) => ({
            value,
            text: countryName(value, language),
            selected: value === country,
          })).sort((a, b) => a.text.localeCompare(b.text, language)),
        ],
      },
    };
  },
};
