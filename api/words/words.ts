import { NOT_PUBLISHED_WORDS } from '../../law/calendar/coveredYears.ts';

/** The languages the API answers in; Azerbaijani where nothing else is asked for. */
export type Language = 'az' | 'en' | 'ru';

/** One sentence a person reads, in all three languages. */
type Words = Record<Language, string>;

/** What the API says when it does not do what was asked: what is wrong, and what would be right. */
export const SENTENCES = {
  'not-json': {
    az: 'Sorğunun mətni düzgün JSON deyil. Content-Type: application/json ilə bir JSON obyekti göndərin.',
    en: 'The body is not valid JSON. Send one JSON object with Content-Type: application/json.',
    ru: 'Тело запроса не является правильным JSON. Отправьте один объект JSON с Content-Type: application/json.',
  },
  'calendar-not-published': {
    az: `${NOT_PUBLISHED_WORDS.az} Sorğu yerinə yetirilmədi: təqvim daxil edildikdən sonra yenidən cəhd edin.`,
    en: `${NOT_PUBLISHED_WORDS.en} The request was not carried out: try again once the calendar is entered.`,
    ru: `${NOT_PUBLISHED_WORDS.ru} Запрос не выполнен: повторите после внесения календаря.`,
  },
  'term-waits': {
    az: 'Çatdırılma qeydə alındı. Rəsmi təqvim hələ dərc olunmayıb (il: {year}): təqvim daxil edildikdə müddət çatdırılma anından özü başlayacaq.',
    en: 'The delivery is recorded. The official calendar of {year} is not published yet: once it is entered the term begins by itself, from the delivery.',
    ru: 'Доставка записана. Официальный календарь на {year} год ещё не опубликован: после его внесения срок начнётся сам, с момента доставки.',
  },
  'not-found': {
    az: 'Belə bir iş və ya səhifə tapılmadı.',
    en: 'There is no such case or resource.',
    ru: 'Такого дела или ресурса нет.',
  },
  'not-the-right-form': {
    az: 'Bəzi sahələr gözlənilən formada deyil; hər biri “items” siyahısında göstərilib.',
    en: 'Some fields do not have the expected form; each is named under "items".',
    ru: 'Некоторые поля имеют неверный вид; каждое указано в списке «items».',
  },
  incomplete: {
    az: 'Ərizə tam deyil və ya ziddiyyətlidir; bütün bəndlər və onların düzəldilməsi “items” siyahısındadır. Heç nə itirilməyib.',
    en: 'The application is incomplete or contradicts itself; every item and how to mend it is under "items". Nothing is lost.',
    ru: 'Заявление неполно или противоречиво; все пункты и способы исправления — в списке «items». Ничего не потеряно.',
  },
  'not-eligible': {
    az: 'Qayda üzrə bu şəxs müraciət edə bilməz; əsas “clause” sahəsində göstərilib.',
    en: 'Under the Rule this person may not apply; the ground is named in "clause".',
    ru: 'По Правилам это лицо не может подать заявление; основание указано в поле «clause».',
  },
  'service-not-registered': {
    az: 'Bu xidmət dövlət xidmətlərinin reyestrində qeydiyyatda deyil, ona görə göstərilə bilməz.',
    en: 'This service does not stand in the registry of state services, so it may not be provided.',
    ru: 'Эта услуга не зарегистрирована в реестре государственных услуг и потому не может оказываться.',
  },
  'open-application': {
    az: 'Bu şəxsin həmin sertifikat üçün baxılmaqda olan ərizəsi artıq var. Onun nəticəsini gözləyin və ya onu geri götürün.',
    en: 'This person already has an open application for the same certificate. Wait for it, or withdraw it first.',
    ru: 'У этого лица уже есть рассматриваемое заявление на тот же сертификат. Дождитесь решения или отзовите его.',
  },
  'unknown-uploads': {
    az: 'Göstərilən yükləmələrdən bəziləri tapılmadı və ya artıq istifadə edilib. Faylı yenidən yükləyin.',
    en: 'Some of the uploads named are unknown or already used. Upload the file again.',
    ru: 'Некоторые из указанных загрузок не найдены или уже использованы. Загрузите файл ещё раз.',
  },
  'key-missing': {
    az: '“Idempotency-Key” başlığı tələb olunur: 16–200 simvoldan ibarət, hər sorğu üçün yeni təsadüfi mətn.',
    en: 'The header Idempotency-Key is required: a new random text of 16 to 200 characters for each request.',
    ru: 'Требуется заголовок Idempotency-Key: новый случайный текст длиной 16–200 знаков для каждого запроса.',
  },
  'key-used': {
    az: 'Bu “Idempotency-Key” artıq başqa məzmunla istifadə edilib. Yeni sorğu üçün yeni açar göndərin.',
    en: 'This Idempotency-Key was already used with another body. Send a new key with a new request.',
    ru: 'Этот Idempotency-Key уже использован с другим содержанием. Для нового запроса нужен новый ключ.',
  },
  'in-flight': {
    az: 'Eyni açarla sorğu hələ icra olunur. Bir az sonra eyni sorğunu təkrar edin.',
    en: 'A request with this key is still under way. Repeat the same request in a moment.',
    ru: 'Запрос с этим ключом ещё выполняется. Повторите тот же запрос чуть позже.',
  },
  'access-needed': {
    az: 'Bu, müraciət edən şəxs üçündür: etibarlı “Authorization: Bearer …” nişanı tələb olunur. Nişan qeydiyyatın cavabında verilir; sonra onu izləmə kodu və e-poçtunuza göndərilən birdəfəlik kodla alın: POST /api/v1/application/sign-in, sonra POST /api/v1/application/session.',
    en: 'This is for the applicant: a valid "Authorization: Bearer …" token is required. The answer to the registration holds one; later, get one with the tracking code and the one-time code sent to your e-mail: POST /api/v1/application/sign-in, then POST /api/v1/application/session.',
    ru: 'Это для заявителя: требуется действительный токен «Authorization: Bearer …». Он содержится в ответе на регистрацию; позже получите его по коду отслеживания и одноразовому коду, отправленному на вашу электронную почту: POST /api/v1/application/sign-in, затем POST /api/v1/application/session.',
  },
  'draft-access-needed': {
    az: 'Bu, qaralamanın sahibi üçündür: etibarlı “Authorization: Bearer …” nişanı tələb olunur. Nişan qaralama açılanda verilir; sonra onu qayıdış kodu ilə alın: POST /api/v1/draft/session.',
    en: 'This is for whoever holds the draft: a valid "Authorization: Bearer …" token is required. The answer that opens a draft holds one; later, get one with the return code: POST /api/v1/draft/session.',
    ru: 'Это для владельца черновика: требуется действительный токен «Authorization: Bearer …». Он содержится в ответе при создании черновика; позже получите его по коду возврата: POST /api/v1/draft/session.',
  },
  'code-wrong': {
    az: 'Kod düzgün deyil, köhnəlib və ya artıq istifadə olunub.',
    en: 'The code is wrong, too old, or was used already.',
    ru: 'Код неверен, устарел или уже использован.',
  },
  'too-many-tries': {
    az: 'Bu ünvandan cəhdlər çoxdur. Bir saatdan sonra yenidən cəhd edin; heç nə itirilməyib.',
    en: 'Too many tries from this address. Try again in an hour; nothing is lost.',
    ru: 'Слишком много попыток с этого адреса. Попробуйте через час; ничего не потеряно.',
  },
  'token-needed': {
    az: 'Bu əməliyyat vəzifəli şəxs üçündür: etibarlı “Authorization: Bearer …” nişanı tələb olunur.',
    en: 'This is for officials: a valid "Authorization: Bearer …" token is required.',
    ru: 'Это действие для должностных лиц: требуется действительный токен «Authorization: Bearer …».',
  },
  'fresh-sign-in-needed': {
    az: 'Bu əməliyyatdan əvvəl yenidən daxil olmaq lazımdır: son {minutes} dəqiqədə alınmış “Authorization: Bearer …” nişanını göndərin. Heç nə dəyişdirilməyib.',
    en: 'This needs a fresh sign-in: send an "Authorization: Bearer …" token of the last {minutes} minutes. Nothing was changed.',
    ru: 'Для этого действия нужен новый вход: отправьте токен «Authorization: Bearer …», полученный за последние {minutes} минут. Ничего не изменено.',
  },
  'not-your-role': {
    az: 'Vəzifəniz bu əməliyyata icazə vermir.',
    en: 'Your role does not allow this.',
    ru: 'Ваша роль не позволяет это действие.',
  },
  'not-oneself': {
    az: 'Öz hesabınızı dayandıra bilməzsiniz.',
    en: 'You cannot suspend your own account.',
    ru: 'Свою учётную запись приостановить нельзя.',
  },
  'too-many-drafts': {
    az: 'Bu gün sizin ünvandan çox sayda qaralama açılıb. Sabah yenidən cəhd edin.',
    en: 'Too many drafts were opened from your address today. Try again tomorrow.',
    ru: 'С вашего адреса сегодня открыто слишком много черновиков. Попробуйте завтра.',
  },
  'too-many-files': {
    az: 'Bu saatda sizin ünvandan çox fayl göndərilib. Bir saatdan sonra davam edin; yazdıqlarınız itməyib.',
    en: 'Too many files were sent from your address this hour. Go on in an hour; nothing typed is lost.',
    ru: 'За этот час с вашего адреса отправлено слишком много файлов. Продолжите через час; введённое не потеряно.',
  },
  'no-space': {
    az: 'Hazırda yeni qaralama və fayl qəbul edilmir: yaddaş dolmaq üzrədir. Heç nə itməyib; bir neçə saatdan sonra yenidən cəhd edin.',
    en: 'New drafts and files cannot be taken at present: storage is nearly full. Nothing is lost; try again in a few hours.',
    ru: 'Сейчас новые черновики и файлы не принимаются: хранилище почти заполнено. Ничего не потеряно; попробуйте через несколько часов.',
  },
  'document-form': {
    az: 'multipart/form-data ilə “document” sahəsində bir fayl göndərin, ən çoxu 12 MB.',
    en: 'Send multipart/form-data with one file as "document", at most 12 MB.',
    ru: 'Отправьте multipart/form-data с одним файлом в поле «document», не более 12 МБ.',
  },
  'already-decided': {
    az: 'Qayda üzrə qərar indicə qəbul olundu və yazılır. Ərizəni bir azdan yeni “Idempotency-Key” ilə yenidən geri götürə bilərsiniz.',
    en: 'By the Rule the case has just been decided, and the decision is being written. Withdraw the application again in a moment, with a new Idempotency-Key.',
    ru: 'По Правилам решение только что принято и записывается. Отзовите заявление ещё раз чуть позже, с новым Idempotency-Key.',
  },
  'not-the-providers-word': {
    az: 'Bu bildirişin imzası mesaj operatorunun imzası deyil; heç nə qeydə alınmayıb.',
    en: 'The signature of this word is not the message provider’s; nothing was recorded.',
    ru: 'Подпись этого сообщения не принадлежит поставщику сообщений; ничего не записано.',
  },
  'deed-refused': {
    az: '{sentence} Heç nə dəyişdirilməyib; əsas “clause”, işin vəziyyəti “stage” sahəsindədir.',
    en: '{sentence} Nothing was changed; the ground is in "clause", the state of the case in "stage".',
    ru: '{sentence} Ничего не изменено; основание — в поле «clause», состояние дела — в поле «stage».',
  },
  'nothing-to-record': {
    az: 'Bu iş üçün belə bir qeydə ehtiyac yoxdur: qərar qəbul edilib, ya da bu artıq qeydə alınıb.',
    en: 'There is nothing of this to record: the case is decided, or it is recorded already.',
    ru: 'Записывать нечего: дело решено или это уже записано.',
  },
  'decision-faulty': {
    az: 'Gün haqqında qərar düzgün deyil; hər səhv “items” siyahısında göstərilib. Heç nə qeydə alınmayıb.',
    en: 'The decision about a day is not sound; each fault is named under "items". Nothing was recorded.',
    ru: 'Решение о дне содержит ошибки; каждая указана в списке «items». Ничего не записано.',
  },
  'calendar-refused': {
    az: '{sentence} Heç nə dəyişdirilməyib.',
    en: '{sentence} Nothing was changed.',
    ru: '{sentence} Ничего не изменено.',
  },
  'file-refused': {
    az: 'Fayl qəbul edilmədi: {reason} Qəbul edilir: {accepted}',
    en: 'The file was not accepted: {reason} Accepted: {accepted}',
    ru: 'Файл не принят: {reason} Принимается: {accepted}',
  },
  'upload-too-large': {
    az: 'Fayl qəbul edilmədi: onun həcmi icazə veriləndən böyükdür. Qəbul edilir: fotoşəkil ən çoxu {photograph} MB, digər sənədlər ən çoxu {scan} MB.',
    en: 'The file was not accepted: it is larger than allowed. Accepted: a photograph of at most {photograph} MB, other documents of at most {scan} MB.',
    ru: 'Файл не принят: он больше допустимого размера. Принимается: фотография не более {photograph} МБ, другие документы не более {scan} МБ.',
  },
  'upload-form': {
    az: 'multipart/form-data ilə “kind” (identity-document, photograph və ya power-of-attorney) və bir “file” göndərin.',
    en: 'Send multipart/form-data with "kind" (identity-document, photograph or power-of-attorney) and one "file".',
    ru: 'Отправьте multipart/form-data с полем «kind» (identity-document, photograph или power-of-attorney) и одним «file».',
  },
  'clock-beyond-calendar': {
    az: 'Bu gündən başlayan müddətləri daxil edilmiş təqvim əhatə etmir. Saatı təqvimin çatdığı günə çəkin və ya əvvəlcə növbəti ilin təqvimini daxil edin.',
    en: 'The calendar entered so far does not reach the ends of terms that begin then. Move the clock to a day it reaches, or first enter the calendar of the next year.',
    ru: 'Внесённый календарь не охватывает окончания сроков, начинающихся в этот день. Переведите часы на охваченный день или сначала внесите календарь следующего года.',
  },
  'clock-backwards': {
    az: 'Sınaq rejiminin saatı yalnız irəli çəkilə bilər.',
    en: 'The rehearsal clock moves forward only.',
    ru: 'Учебные часы переводятся только вперёд.',
  },
  fault: {
    az: 'Bizim tərəfimizdə nasazlıq baş verdi; heç nə yarımçıq qalmayıb. Eyni sorğunu eyni açarla təkrar edin.',
    en: 'Something failed on our side; nothing is half done. Repeat the same request with the same key.',
    ru: 'Сбой на нашей стороне; ничего не сделано наполовину. Повторите тот же запрос с тем же ключом.',
  },
} as const satisfies Record<string, Words>;

export type SentenceCode = keyof typeof SENTENCES;
