import type { Language } from '../languages.ts';

/** Why a decision may not be confirmed, rejected or previewed now (ADR 39). */
export const EDITOR_REFUSALS = [
  'same-person',
  'not-open',
  'not-previewed',
  'preview-unfinished',
  'preview-stale',
  'application-running',
  'nothing-stands',
] as const;

export type EditorRefusal = (typeof EDITOR_REFUSALS)[number];

/** The sentence of each refusal, in the reader's language. */
export const EDITOR_REFUSAL_WORDS: Readonly<Record<EditorRefusal, Record<Language, string>>> = {
  'same-person': {
    az: 'Qərarı onu daxil edən şəxs təsdiq edə bilməz: ikinci operator təsdiq etməlidir (ADR 39).',
    en: 'Who entered a decision cannot confirm it: a second operator must (ADR 39).',
    ru: 'Тот, кто ввёл решение, не может его подтвердить: это делает второй оператор (ADR 39).',
  },
  'not-open': {
    az: 'Bu təklif artıq təsdiq edilib, rədd edilib və ya geri götürülüb.',
    en: 'This proposal has been confirmed, rejected or withdrawn already.',
    ru: 'Это предложение уже подтверждено, отклонено или отозвано.',
  },
  'not-previewed': {
    az: 'Təsdiq edilən yalnız görülmüş sonuncu hesablamadır: əvvəlcə ilkin hesablama aparın.',
    en: 'Only the latest preview, as it was seen, can be confirmed: make a preview first.',
    ru: 'Подтвердить можно только последний просмотренный предварительный расчёт: сначала сделайте его.',
  },
  'preview-unfinished': {
    az: 'İlkin hesablama hələ bitməyib.',
    en: 'The preview is not finished yet.',
    ru: 'Предварительный расчёт ещё не закончен.',
  },
  'preview-stale': {
    az: 'İlkin hesablama köhnəlib: ondan sonra təqvim dəyişib və ya yeni gün başlayıb. Onu yenidən aparın.',
    en: 'The preview is stale: the calendar has changed since, or another day has begun. Make it anew.',
    ru: 'Предварительный расчёт устарел: с тех пор изменился календарь или начался другой день. Сделайте его заново.',
  },
  'application-running': {
    az: 'Əvvəlki qərar üzrə müddətlər hələ yenidən hesablanır: onun bitməsini gözləyin.',
    en: 'Terms are still being counted anew under an earlier decision: wait until that has ended.',
    ru: 'Сроки ещё пересчитываются по предыдущему решению: дождитесь окончания.',
  },
  'nothing-stands': {
    az: 'Göstərilən qərarlardan biri qüvvədə deyil: geri götürüləsi bir şey yoxdur.',
    en: 'One of the decisions named does not stand: there is nothing to take back.',
    ru: 'Одно из указанных решений не действует: отменять нечего.',
  },
};

/** A document's reference as offices write it, such as `Nazirlər Kabinetinin qərarı № 45 (15.02.2025)`. */
export const SOURCE = /^[\p{L}\p{N} №.,/()“”"-]{3,200}$/u;
