import type { Language } from '../documents.ts';
import { KIND_WORDS } from '../documentWords.ts';
import { isDocument } from '../deficiencies.ts';
import { fieldWords } from './fieldWords.ts';

type Words = Readonly<Record<string, Record<Language, string>>>;

/** What a Centre found wrong with an item (R1598/2.9), as a sentence. */
export const DEFICIENCY_WORDS: Words = {
  unreadable: { az: 'Oxunmur.', en: 'It cannot be read.', ru: 'Не читается.' },
  incomplete: { az: 'Natamamdır.', en: 'It is incomplete.', ru: 'Неполно.' },
  'out-of-date': { az: 'Qüvvədə deyil və ya köhnəlib.', en: 'It is out of date.', ru: 'Устарело или недействительно.' },
  'contradicts-document': {
    az: 'Təqdim olunmuş sənədə uyğun deyil.',
    en: 'It contradicts a document that was sent.',
    ru: 'Противоречит представленному документу.',
  },
  'not-of-the-applicant': {
    az: 'Müraciət edən şəxsə aid deyil.',
    en: 'It is not the applicant’s.',
    ru: 'Не относится к заявителю.',
  },
  other: {
    az: 'Çatışmazlıq var; Mərkəzin qeydinə baxın.',
    en: 'There is a deficiency; see the Centre’s remark.',
    ru: 'Есть недостаток; см. замечание центра.',
  },
};

/** Why a mending by the applicant was not taken (R1598/2.9). */
export const MENDING_REASONS: Words = {
  'nothing-to-mend': {
    az: 'Mərkəz düzəldilməli olan heç nə göstərməyib, ya da o artıq düzəldilib.',
    en: 'The Centre has named nothing to mend, or it is mended already.',
    ru: 'Центр не указал ничего, что нужно исправить, или это уже исправлено.',
  },
  'mending-faulty': {
    az: 'Mərkəzin göstərdiyi bəndlərin hamısını və yalnız onları göndərin.',
    en: 'Send all the items the Centre named, and only those.',
    ru: 'Отправьте все указанные центром пункты и только их.',
  },
  'not-named': {
    az: 'Mərkəz bu bəndi göstərməyib; o dəyişdirilmir.',
    en: 'The Centre did not name this item; it is not changed.',
    ru: 'Центр не указал этот пункт; он не изменяется.',
  },
  'not-mended': {
    az: 'Bu bənd üzrə yeni məlumat və ya fayl göndərilməyib.',
    en: 'Nothing new was sent for this item.',
    ru: 'По этому пункту не отправлено ничего нового.',
  },
  'not-the-right-form': {
    az: 'Bu sahə gözlənilən formada deyil.',
    en: 'This field does not have the expected form.',
    ru: 'Это поле имеет неверный вид.',
  },
  'another-person': {
    az: 'Şəxs, vətəndaşlıq və sertifikat dəyişdirilə bilməz; bunun üçün yeni ərizə verin.',
    en: 'Person, citizenship and certificate cannot change; file a new application for that.',
    ru: 'Лицо, гражданство и сертификат не меняются; для этого подайте новое заявление.',
  },
};

/** Says to the applicant which item is meant and what the Centre found wrong with it. */
export function describeDeficiency(
  { item, reason }: { item: string; reason: string },
  language: Language,
): { label: string; detail: string } {
  return {
    label: isDocument(item) ? KIND_WORDS[item][language] : fieldWords(item, language),
    detail: DEFICIENCY_WORDS[reason]?.[language] ?? reason,
  };
}
