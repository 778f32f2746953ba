import type { Language } from '../documents.ts';

/** Why the operator's word on a notice is refused. */
export const NOTICE_REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'not-on-the-list': {
    az: 'Bu bildiriş çatdırılmamış bildirişlərin siyahısında deyil: çatdırılıb və ya siyahıdan artıq çıxarılıb.',
    en: 'This notice is not on the list of undelivered ones: it arrived, or was taken from the list already.',
    ru: 'Этого уведомления нет в списке недоставленных: оно доставлено или уже снято со списка.',
  },
};
