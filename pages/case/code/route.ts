import { useOneTimeCode } from '../../../cases/applicant/oneTimeCode.ts';
import { withinLimit } from '../../../cases/record/limits.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import type { OpenPage } from '../../page.ts';
import { openSealed } from '../../session/sealed.ts';

/** The second step: the one-time code from the e-mail. Whatever is wrong is answered alike. */
export const code: OpenPage = {
  path: '/case/sign-in/code',
  who: 'anyone',
  get: ({ t, to, request }) => {
    if (request.session.trackingCode === undefined) return { kind: 'see', path: to('/case/sign-in') };
    return { kind: 'view', view: 'case/code/view.njk', title: t('code.title'), back: to('/case/sign-in') };
  },
  post: async (visit) => {
    const { needs, t, to, form, request } = visit;
    const { trackingCode: sealed } = request.session;
    if (sealed === undefined) return { kind: 'see', path: to('/case/sign-in') };
    const again = (text: string, status: number) =>
      ({
        kind: 'view',
        view: 'case/code/view.njk',
        title: t('code.title'),
        back: to('/case/sign-in'),
        errors: [{ field: 'code', text }],
        status,
      }) as const;
    if (!(await withinLimit(needs.record, 'code-tried', networkOf(request.ip)))) return again(t('enter.tooMany'), 429);
    const trackingCode = openSealed<string>(needs.record, sealed);
    const caseNumber = await useOneTimeCode(needs.record, { trackingCode, code: (form['code'] ?? '').slice(0, 20) });
    if (caseNumber === null) return again(t('code.wrong'), 422);
    await visit.signInApplicant(caseNumber);
    return { kind: 'see', path: to('/case') };
  },
};
