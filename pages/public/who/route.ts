import { applicationSchema } from '../../../law/signature-issuance/application.ts';
import { COUNTRIES } from '../../../law/signature-issuance/countries.ts';
import { isCovered } from '../../../law/signature-issuance/eligibility.ts';
import { describeRefusal } from '../../../law/signature-issuance/refusalWords.ts';
import { valueWords } from '../../../law/signature-issuance/words/valueWords.ts';
import type { OpenPage } from '../../page.ts';
import { countryName } from '../../rendering/countryName.ts';

const KINDS = applicationSchema.shape.applicantKind.unwrap().options;

const CLAUSE = 'R1598/1.2.1';

const MAY: Readonly<Record<(typeof KINDS)[number], string>> = {
  foreigner: 'who.may',
  'stateless-person': 'who.may',
  'citizen-abroad': 'who.mayCitizen',
  'legal-person': 'who.mayLegal',
};

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
    return {
      kind: 'view',
      view: 'public/who/view.njk',
      title: t('who.title'),
      back: to('/'),
      errors: isAsked ? errors : [],
      data: {
        answer:
          kind === undefined || country === undefined
            ? null
            : isCovered(kind, country)
              ? { may: true, text: t(MAY[kind]), clause: CLAUSE }
              : {
                  may: false,
                  text: kind === 'legal-person' ? t('who.noLegal') : describeRefusal(CLAUSE, language),
                  clause: CLAUSE,
                },
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
