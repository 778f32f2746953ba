import { readAccounts, setSuspended } from '../../../cases/officials/suspend.ts';
import { type Role, SUSPENSION_REASONS } from '../../../law/officials.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayPlace } from '../sayPlace.ts';

const ROLES: readonly Role[] = [
  ...(['operator', 'auditor', 'reviewer', 'centre-officer'] as const),
  ...(['ministry-officer', 'courier', 'mission-officer', 'mobile-operator-officer'] as const),
];

/** Who has signed in, with which rights (the sign-on gives them); suspending an account ends its sessions at once. */
export const users: OfficialPage = {
  path: '/operator/users',
  who: ['operator'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const sub = form['sub'] ?? '';
    const suspend = form['deed'] === 'suspend';
    const why = suspend ? SUSPENSION_REASONS.find((known) => known === form['why']) : null;
    if (why === undefined) return show(visit, [{ field: `why-${sub}`, text: t('users.noReason') }]);
    const outcome = await setSuspended(needs.record, actor, sub, why);
    if (outcome.kind === 'unknown') return { kind: 'not-found' };
    if (outcome.kind === 'oneself') return show(visit, [{ field: '', text: t('users.oneself') }]);
    visit.tellNext(t(suspend ? 'users.suspended' : 'users.restored', { who: sub }));
    return { kind: 'see', path: to('/operator/users') };
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, language, official } = visit;
  const accounts = await readAccounts(needs.record);
  return {
    kind: 'view',
    view: 'operator/users/view.njk',
    title: t('users.title'),
    back: to('/operator'),
    errors,
    data: {
      rights: ROLES.map((role) => [t(`role.${role}`), t(`rights.${role}`)]),
      accounts: accounts.map((account) => ({
        ...account,
        place: sayPlace(visit, account),
        why: account.suspendedWhy === null ? '' : t(`users.why.${account.suspendedWhy}`),
        reasons: [
          { value: '', text: t('users.choose') },
          ...SUSPENSION_REASONS.map((value) => ({ value, text: t(`users.why.${value}`) })),
        ],
        roleName: t(`role.${account.role}`),
        lastSignIn: instantInWords(account.lastSignIn, language),
        suspendedAt: account.suspendedAt === null ? null : instantInWords(account.suspendedAt, language),
        own: account.sub === official.sub,
      })),
    },
  };
}
