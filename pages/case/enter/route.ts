import { askOneTimeCode } from '../../../cases/applicant/oneTimeCode.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import type { OpenPage } from '../../page.ts';
import { sealFor } from '../../session/sealed.ts';

/** The first step of an applicant's sign-in: his tracking code. The next page is the same for every code. */
export const enter: OpenPage = {
  path: '/case/sign-in',
  who: 'anyone',
  get: ({ t, form }) => ({ kind: 'view', view: 'case/enter/view.njk', title: t('enter.title'), data: { form } }),
  post: async ({ needs, t, to, form, request }) => {
    const trackingCode = (form['code'] ?? '').slice(0, 100);
    const again = (text: string, status: number) =>
      ({
        kind: 'view',
        view: 'case/enter/view.njk',
        title: t('enter.title'),
        data: { form },
        errors: [{ field: 'code', text }],
        status,
      }) as const;
    if (trackingCode.trim() === '') return again(t('enter.empty'), 422);
    const asked = await askOneTimeCode(needs.record, { trackingCode, address: networkOf(request.ip) });
    if (asked.kind === 'too-many') return again(t('enter.tooMany'), 429);
    request.session.trackingCode = sealFor(needs.record, trackingCode);
    return { kind: 'see', path: to('/case/sign-in/code') };
  },
};
