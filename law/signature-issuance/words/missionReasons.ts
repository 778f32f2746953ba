import type { Language } from '../documents.ts';

type Words = Readonly<Record<Language, string>>;

/** Why a deed of the mission or of an applicant with an appointment is refused, and in what an original differs. */
export const MISSION_REASONS: Readonly<Record<string, Words>> = {
  'not-awaiting-invitation': {
    az: 'Bu işdə dəvət gözlənilmir: qərar hələ diplomatik nümayəndəliyə daxil olmayıb və ya ərizəçinin şəxsiyyəti artıq yoxlanılıb.',
    en: 'No invitation is awaited in this case: the decision has not reached the mission yet, or identity is confirmed already.',
    ru: 'Приглашение по этому делу не ожидается: решение ещё не поступило в представительство или личность уже проверена.',
  },
  'invited-for-that-day': {
    az: 'Ərizəçi artıq həmin ilk günlə dəvət edilib.',
    en: 'The applicant is invited already, with that first day.',
    ru: 'Заявитель уже приглашён, и первый день тот же.',
  },
  'booked-already': {
    az: 'Ərizəçi artıq görüş vaxtı seçib və ya şəxsiyyəti yoxlanılır; ilk gün dəyişdirilə bilməz.',
    en: 'The applicant has booked a time already, or is being checked; the first day cannot be changed.',
    ru: 'Заявитель уже выбрал время приёма, или его личность проверяется; первый день изменить нельзя.',
  },
  'from-day-too-far': {
    az: 'Dəvətin ilk günü çox uzaqdır; mümkün olan ən gec gün də göstərilir.',
    en: 'The first day of the invitation is too far ahead; the last day possible is named with it.',
    ru: 'Первый день приглашения слишком далёк; самый поздний возможный день назван здесь же.',
  },
  'last-day-possible': {
    az: 'mümkün olan ən gec ilk gün',
    en: 'the last day possible as a first day',
    ru: 'самый поздний возможный первый день',
  },
  'from-day-past': {
    az: 'Dəvətin ilk günü nümayəndəliyin yerləşdiyi yerdə artıq keçib.',
    en: 'The first day of the invitation is past at the post already.',
    ru: 'Первый день приглашения в месте нахождения представительства уже прошёл.',
  },
  'not-at-identity': {
    az: 'Bu iş şəxsiyyətin yoxlanılması mərhələsində deyil.',
    en: 'This case is not at the stage where identity is confirmed.',
    ru: 'Дело не находится на стадии проверки личности.',
  },
  'slot-unknown': {
    az: 'Sizin diplomatik nümayəndəlikdə belə bir qəbul vaxtı yoxdur.',
    en: 'Your mission has no such time.',
    ru: 'В вашем представительстве нет такого времени приёма.',
  },
  'slot-closed': {
    az: 'Bu qəbul vaxtı bağlanıb. Başqa vaxt seçin.',
    en: 'This time is closed. Choose another.',
    ru: 'Это время приёма закрыто. Выберите другое.',
  },
  'slot-past': {
    az: 'Bu qəbul vaxtı artıq keçib. Başqa vaxt seçin.',
    en: 'This time is past. Choose another.',
    ru: 'Это время приёма уже прошло. Выберите другое.',
  },
  'slot-before-invitation': {
    az: 'Bu vaxt dəvətin ilk günündən əvvəldir. Daha gec bir vaxt seçin.',
    en: 'This time is before the first day of the invitation. Choose a later one.',
    ru: 'Это время раньше первого дня приглашения. Выберите более позднее.',
  },
  'slot-on-closing-day': {
    az: 'Həmin gün diplomatik nümayəndəlik bağlıdır. Başqa gün seçin.',
    en: 'The mission is closed on that day. Choose another day.',
    ru: 'В этот день представительство закрыто. Выберите другой день.',
  },
  'slot-taken': {
    az: 'Bu vaxtı başqası artıq götürüb. Başqa vaxt seçin.',
    en: 'Somebody else has taken this time already. Choose another.',
    ru: 'Это время уже занято. Выберите другое.',
  },
  'appointment-begun': {
    az: 'Görüşün vaxtı artıq başlayıb; gəlib-gəlmədiyinizi nümayəndəlik qeyd edir.',
    en: 'The appointment has begun already; the mission records whether you came.',
    ru: 'Время приёма уже наступило; явку отмечает представительство.',
  },
  'no-appointment': {
    az: 'Təyin olunmuş görüş yoxdur.',
    en: 'No appointment is booked.',
    ru: 'Приём не назначен.',
  },
  'appointment-not-booked': {
    az: 'Bu görüş artıq təyin olunmuş sayılmır: o baş tutub, dəyişdirilib, ləğv edilib və ya gəlməmə qeyd olunub.',
    en: 'This appointment no longer stands: it was kept, moved, cancelled, or the applicant is recorded as not having come.',
    ru: 'Этот приём больше не назначен: он состоялся, перенесён, отменён или отмечена неявка.',
  },
  'appointment-not-begun': {
    az: 'Görüşün vaxtı hələ çatmayıb; gəlməmə yalnız bundan sonra qeyd edilə bilər.',
    en: 'The appointed time has not come yet; that somebody did not come can be recorded only after it.',
    ru: 'Время приёма ещё не наступило; неявку можно отметить только после него.',
  },
  'awaits-second-officer': {
    az: 'Yoxlama ikinci vəzifəli şəxsin təsdiqini gözləyir.',
    en: 'The check awaits the confirmation of a second officer.',
    ru: 'Проверка ожидает подтверждения второго должностного лица.',
  },
  'no-appointment-today': {
    az: 'Bu işdə nümayəndəliyin yerli vaxtı ilə bu günə təyin olunmuş görüş yoxdur.',
    en: "This case has no appointment today in the post's own calendar.",
    ru: 'По этому делу на сегодня (по местному времени представительства) приём не назначен.',
  },
  'wrong-person': {
    az: 'Qayda üzrə gəlməli olan şəxs gəlməyib: qeyri-rezident özü, hüquqi şəxs üçün isə onun nümayəndəsi gəlir.',
    en: 'Who came is not who must come: the non-resident himself, for a legal person its representative.',
    ru: 'Явилось не то лицо, которое должно явиться: нерезидент лично, за юридическое лицо — его представитель.',
  },
  'check-not-whole': {
    az: 'Yoxlama tam deyil; hər bənd burada göstərilir.',
    en: 'The check is not whole; each item is named with it.',
    ru: 'Проверка неполна; каждый пункт назван здесь же.',
  },
  'item-not-compared': {
    az: 'Bu sənəd əsli ilə müqayisə edilməyib.',
    en: 'This item was not compared with its original.',
    ru: 'Этот документ не сверен с подлинником.',
  },
  'item-compared-twice': {
    az: 'Bu sənəd barədə iki nəticə göndərilib.',
    en: 'Two findings were sent about this item.',
    ru: 'Об этом документе прислано два вывода.',
  },
  'item-not-in-the-case': {
    az: 'İşdə belə bir sənəd yoxdur.',
    en: 'The case has no such item.',
    ru: 'В деле нет такого документа.',
  },
  'item-contradictory': {
    az: 'Nəticə ziddiyyətlidir: səbəb yalnız fərq olduqda göstərilir; əsli görülməmiş sənəd eyni sayıla bilməz.',
    en: 'The finding contradicts itself: a reason goes with a difference and only with one; what was not seen is not equal.',
    ru: 'Вывод противоречив: причина указывается только при расхождении; непредъявленный подлинник не может совпадать.',
  },
  'photograph-not-taken-in': {
    az: 'Yeni rəngli fotoşəkil (3,5x4,5 sm) hələ qəbul edilməyib.',
    en: 'The new colour photograph (3.5 x 4.5 cm) has not been taken in.',
    ru: 'Новая цветная фотография (3,5x4,5 см) ещё не принята.',
  },
  'photograph-unknown': {
    az: 'Bu işdə belə bir qəbul edilmiş fotoşəkil yoxdur.',
    en: 'No such photograph was taken in for this case.',
    ru: 'По этому делу такая фотография не принималась.',
  },
  'originals-not-returned': {
    az: 'Sənədlərin əsli əvvəlcə qaytarılmalıdır; yalnız bundan sonra nəticə qeyd edilir.',
    en: 'The originals must be given back first; only then is the verdict recorded.',
    ru: 'Сначала подлинники возвращаются; только после этого записывается вывод.',
  },
  'no-check-to-confirm': {
    az: 'Təsdiq gözləyən yoxlama yoxdur.',
    en: 'No check awaits confirmation.',
    ru: 'Нет проверки, ожидающей подтверждения.',
  },
  'same-officer': {
    az: 'Yoxlamanı aparan şəxs onu özü təsdiq edə bilməz.',
    en: 'Who made the check cannot confirm it.',
    ru: 'Проводивший проверку не может сам её подтвердить.',
  },
  'slots-impossible': {
    az: 'Bəzi qəbul vaxtları açıla bilməz; hər biri burada göstərilir. Heç biri açılmayıb.',
    en: 'Some times cannot be offered; each is named with it. None was opened.',
    ru: 'Некоторое время приёма открыть нельзя; каждое названо здесь же. Ничего не открыто.',
  },
  'not-a-day': {
    az: 'Belə bir gün yoxdur.',
    en: 'There is no such day.',
    ru: 'Такого дня нет.',
  },
  'no-such-time': {
    az: 'Nümayəndəliyin yerli vaxtında belə bir saat yoxdur (saatların dəyişdirilməsi).',
    en: "This time does not exist on the post's clock that day (the clocks leap over it).",
    ru: 'По местному времени представительства такого часа в этот день нет (перевод часов).',
  },
  'in-the-past': {
    az: 'Bu vaxt artıq keçib.',
    en: 'This time is past already.',
    ru: 'Это время уже прошло.',
  },
  'closing-day': {
    az: 'Həmin gün nümayəndəlik bağlıdır.',
    en: 'The mission is closed on that day.',
    ru: 'В этот день представительство закрыто.',
  },
  'appointments-stand': {
    az: 'Burada göstərilən görüşlər əvvəlcə dəyişdirilməli və ya ləğv edilməlidir.',
    en: 'The appointments named here must be moved or cancelled first.',
    ru: 'Сначала нужно перенести или отменить названные здесь приёмы.',
  },
  booked: {
    az: 'Bu vaxta görüş təyin olunub.',
    en: 'An appointment is booked at this time.',
    ru: 'На это время назначен приём.',
  },
  'original-not-presented': {
    az: 'Sənədin əsli təqdim edilməyib.',
    en: 'The original was not presented.',
    ru: 'Подлинник не предъявлен.',
  },
  'another-document': {
    az: 'Təqdim edilən sənəd portala yüklənmiş sənəd deyil.',
    en: 'The document presented is not the one that was uploaded.',
    ru: 'Предъявлен не тот документ, который был загружен.',
  },
  'data-differ': {
    az: 'Sənəddəki məlumatlar ərizədəki məlumatlardan fərqlənir.',
    en: 'What stands in the document differs from what stands in the application.',
    ru: 'Сведения в документе отличаются от сведений в заявлении.',
  },
  'copy-altered': {
    az: 'Portala yüklənmiş surət sənədin əsli ilə üst-üstə düşmür.',
    en: 'The copy uploaded does not agree with the original.',
    ru: 'Загруженная копия не совпадает с подлинником.',
  },
  'document-not-valid': {
    az: 'Sənəd etibarlı deyil və ya onun müddəti bitib.',
    en: 'The document is not valid, or no longer.',
    ru: 'Документ недействителен или срок его действия истёк.',
  },
  'another-person': {
    az: 'Gələn şəxs sənəddəki və ya fotoşəkildəki şəxs deyil.',
    en: 'Who came is not the person of the document or the photograph.',
    ru: 'Явившийся — не то лицо, которое указано в документе или изображено на фотографии.',
  },
};
