import type { NoticeKind } from '../../../law/signature-issuance/notices.ts';
import type { Language } from './facts.ts';

/** Notices to an applicant who has a case: only these may go to a telephone. */
export type TextKind = Exclude<
  NoticeKind,
  | 'mend-this'
  | 'sign-in-code'
  | 'refused'
  | 'agency-reminder'
  | 'agency-file-in-inbox'
  | 'mission-decision-arrived'
  | 'term-reminder'
  | 'term-overdue'
>;

/** What a text message says of each event, short enough that with the number and the page's address two parts hold it at most (67 characters each). */
export const TEXTS: Record<TextKind, Record<Language, string>> = {
  registered: { az: 'ərizə qeydə alındı', en: 'application registered', ru: 'заявление принято' },
  'negative-opinion': { az: 'imtina edildi', en: 'refused', ru: 'отказ' },
  'approved-by-silence': { az: 'mənfi rəy yoxdur', en: 'no negative opinion', ru: 'отрицательных заключений нет' },
  withdrawn: { az: 'ərizə geri götürüldü', en: 'application withdrawn', ru: 'заявление отозвано' },
  'end-moved': { az: 'müddət dəyişdi', en: 'end of the term moved', ru: 'срок изменён' },
  'centre-deficiency': { az: 'çatışmazlıq var', en: 'deficiency to mend', ru: 'есть недостатки' },
  'issuance-decided': { az: 'sertifikat veriləcək', en: 'certificate will be issued', ru: 'решено выдать' },
  'centre-refusal': { az: 'imtina edildi', en: 'refused', ru: 'отказ' },
  invited: { az: 'dəvət olunursunuz', en: 'you are invited', ru: 'вас приглашают' },
  'invitation-overdue': { az: 'dəvət gecikir', en: 'invitation overdue', ru: 'приглашение просрочено' },
  'appointment-booked': { az: 'görüş', en: 'appointment', ru: 'приём' },
  'appointment-cancelled': { az: 'görüş ləğv edildi', en: 'appointment cancelled', ru: 'приём отменён' },
  'no-show': { az: 'görüşə gəlmədiniz', en: 'you did not come', ru: 'вы не пришли' },
  mismatch: { az: 'uyğunsuzluq, imtina', en: 'mismatch, refused', ru: 'несоответствие, отказ' },
  issued: { az: 'sertifikat verildi', en: 'certificate handed over', ru: 'сертификат выдан' },
  lapsed: { az: 'icraata xitam verildi', en: 'application lapsed', ru: 'дело прекращено' },
};

/** How a text message of a rehearsal begins. */
export const REHEARSAL_MARK: Record<Language, string> = { az: '[Sınaq] ', en: '[Rehearsal] ', ru: '[Учебное] ' };
