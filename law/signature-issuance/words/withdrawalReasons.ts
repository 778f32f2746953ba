import type { NoWithdrawal } from '../withdrawal.ts';

/** Why an application cannot be withdrawn any more, as its applicant reads it. */
export const WITHDRAWAL_REASONS: Readonly<Record<NoWithdrawal, { az: string; en: string; ru: string }>> = {
  'certificate-in-hand': {
    az: 'Sertifikat artıq sizə verilib; ərizəni geri götürmək mümkün deyil. Sertifikatın ləğvini ayrıca müraciətlə istəyə bilərsiniz.',
    en: 'The certificate has been handed to you; the application can no longer be withdrawn. You may ask for the certificate to be revoked by a separate request.',
    ru: 'Сертификат уже вручён вам; отозвать заявление больше нельзя. Аннулирование сертификата можно запросить отдельным обращением.',
  },
  'refused-already': {
    az: 'Bu ərizə üzrə imtina qərarı qəbul edilib; geri götürüləsi ərizə qalmayıb.',
    en: 'This application was refused; there is nothing left to withdraw.',
    ru: 'По этому заявлению принято решение об отказе; отзывать больше нечего.',
  },
  'ended-already': {
    az: 'Bu ərizə üzrə iş artıq bitib; geri götürüləsi ərizə qalmayıb.',
    en: 'The case of this application has already ended; there is nothing left to withdraw.',
    ru: 'Дело по этому заявлению уже завершено; отзывать больше нечего.',
  },
};
