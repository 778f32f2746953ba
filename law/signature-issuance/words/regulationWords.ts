import type { OperationId } from '../regulation.ts';

type Words = Record<'az' | 'en' | 'ru', string>;

/** The result of each operation and how it is given, as an administrative regulation states it (Q191/A1, 3.4). */
export const RESULTS = {
  register: {
    az: 'ərizə real vaxt rejimində qeydiyyata alınır, müraciət edənə bildirilir',
    en: 'the application is registered in real time, and the applicant is told',
    ru: 'заявление регистрируется в режиме реального времени, заявителю сообщается',
  },
  'send-to-agencies': {
    az: 'ərizə dörd quruma çatdırılır, hər birinin müddəti başlayır',
    en: 'the application is delivered to the four agencies, and the term of each begins',
    ru: 'заявление доставляется четырём органам, срок каждого начинается',
  },
  'give-opinion': {
    az: 'mənfi rəy və ya onun verilmədiyi barədə akt',
    en: 'a negative opinion, or the record that none was given',
    ru: 'отрицательное заключение или акт о его отсутствии',
  },
  'give-virtual-fin': {
    az: 'virtual FİN verilir',
    en: 'the virtual FIN is given',
    ru: 'выдаётся виртуальный ФИН',
  },
  'send-to-centre': {
    az: 'ərizə sertifikatın növünə uyğun mərkəzə göndərilir',
    en: 'the application is with the Centre that matches the certificate',
    ru: 'заявление передаётся центру, соответствующему виду сертификата',
  },
  'decide-issuance': {
    az: 'qərar və müqavilə nümayəndəliyə göndərilir, yaxud çatışmazlıq müraciət edənə bildirilir',
    en: 'decision and contract are sent to the mission, or the deficiency is told to the applicant',
    ru: 'решение и договор направляются представительству либо о недостатке сообщается заявителю',
  },
  'hand-things-over': {
    az: 'token və ya SIM-kart, sertifikat və müqavilələr akt əsasında nümayəndəliyə çatdırılır',
    en: 'token or SIM, certificate and contracts reach the mission, each hand-over under an act',
    ru: 'токен или SIM-карта, сертификат и договоры поступают в представительство по актам',
  },
  invite: {
    az: 'müraciət edən dəvət olunur',
    en: 'the applicant is invited',
    ru: 'заявитель приглашён',
  },
  'check-identity': {
    az: 'sənədlərin əsli portaldakılarla tutuşdurulur və geri qaytarılır',
    en: 'the originals are checked against the documents in the portal and given back',
    ru: 'подлинники сверены с документами в портале и возвращены',
  },
  'refuse-mismatch': {
    az: 'uyğunsuzluq olduqda imtina edilir, virtual FİN ləğv olunmaq üçün qeyd olunur',
    en: 'on a mismatch: refusal, and the virtual FIN is marked for cancellation',
    ru: 'при несоответствии — отказ, виртуальный ФИН отмечается к отмене',
  },
  'sign-contract': {
    az: 'müqavilələr imzalanır',
    en: 'the contracts are signed',
    ru: 'договоры подписаны',
  },
  'hand-to-applicant': {
    az: 'sertifikat, daşıyıcı və hər müqavilənin bir nüsxəsi müraciət edənə verilir',
    en: 'certificate, carrier and one copy of each contract are in the hand of the applicant',
    ru: 'сертификат, носитель и по экземпляру каждого договора у заявителя',
  },
  'enter-in-register': {
    az: 'sertifikat reyestrə daxil edilir',
    en: 'the certificate is entered in the register',
    ru: 'сертификат внесён в реестр',
  },
  'hand-copies-home': {
    az: 'ikinci nüsxələr Xarici İşlər Nazirliyinə təhvil verilir',
    en: 'the second copies are with the Ministry of Foreign Affairs',
    ru: 'вторые экземпляры переданы Министерству иностранных дел',
  },
  'pass-copies-apart': {
    az: 'E-imza və ASAN imza müqavilələri ayrılıqda göndərilir',
    en: 'E-imza and ASAN imza contracts are passed on apart',
    ru: 'договоры E-imza и ASAN imza переданы раздельно',
  },
  'send-copies-on': {
    az: 'müqavilələr mərkəzə və mobil operatora göndərilir',
    en: 'the contracts are with the Centre and the mobile operator',
    ru: 'договоры у центра и мобильного оператора',
  },
} as const satisfies Record<OperationId, Words>;
