import type { Language } from '../documents.ts';

/** Why a reviewer's deed is refused. */
export const REVIEW_REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'own-application': {
    az: 'Öz ərizəniz üzrə rəy verə bilməzsiniz (R1598/2.8). Heç nə qeydə alınmadı; fayla həmkarınız baxmalıdır.',
    en: 'You may not give an opinion on your own application (R1598/2.8). Nothing was recorded; a colleague must review the file.',
    ru: 'Вы не можете давать заключение по собственному заявлению (R1598/2.8). Ничего не записано; дело должен рассмотреть коллега.',
  },
  'colleague-bound': {
    az: 'Bu həmkarınız bu fayl üzrə rəy verə bilməz (R1598/2.8). Başqasını seçin.',
    en: 'This colleague may not give an opinion on this file (R1598/2.8). Choose another.',
    ru: 'Этот коллега не может давать заключение по этому делу (R1598/2.8). Выберите другого.',
  },
  decided: {
    az: 'Bu iş üzrə qərar artıq qəbul olunub.',
    en: 'This case is decided already.',
    ru: 'По этому делу решение уже принято.',
  },
  'no-colleague': {
    az: 'Portala daxil olmuş həmkarlarınızdan birini seçin.',
    en: 'Choose a colleague who has signed in to the portal.',
    ru: 'Выберите коллегу, который уже входил в портал.',
  },
};
