type Words = { az: string; en: string; ru: string };

/** Why a deed of the contract's area was refused (R1598/2.14, 2.15, 5.2, 5.4), as the official reads it. */
export const CONTRACT_REASONS: Readonly<Record<string, Words>> = {
  'not-at-the-contract': {
    az: 'İş müqavilənin imzalanması mərhələsində deyil.',
    en: 'The case is not at the signing of the contract.',
    ru: 'Дело не находится на этапе подписания договора.',
  },
  'signed-already': {
    az: 'Bu iş üzrə müqavilələrin imzalanması artıq qeydə alınıb.',
    en: 'The signing of this case’s contracts is registered already.',
    ru: 'Подписание договоров по этому делу уже зарегистрировано.',
  },
  'not-signed-yet': {
    az: 'Müqavilələrin imzalanması hələ qeydə alınmayıb; əvvəlcə onu qeydə alın.',
    en: 'The signing of the contracts is not registered yet; register it first.',
    ru: 'Подписание договоров ещё не зарегистрировано; сначала зарегистрируйте его.',
  },
  'open-difference': {
    az: 'Təhvil-təslim zamanı aşkar edilmiş fərq hələ həll edilməyib; onu portalın operatoru həll etməlidir.',
    en: 'A difference at a hand-over is still open; the portal operator must resolve it.',
    ru: 'Расхождение, обнаруженное при передаче, ещё не урегулировано; его должен урегулировать оператор портала.',
  },
  'things-not-ready': {
    az: 'Lazım olan əşyaların hamısı nümayəndəlikdə saz vəziyyətdə deyil; hər biri burada göstərilir.',
    en: 'Not everything needed lies at the mission in good order; each thing is named with it.',
    ru: 'Не всё необходимое находится в представительстве в исправном виде; каждый предмет назван здесь же.',
  },
  'not-at-the-mission': {
    az: 'nümayəndəlikdə deyil',
    en: 'it is not at the mission',
    ru: 'не находится в представительстве',
  },
  'not-sound': {
    az: 'zədəlidir və ya itib',
    en: 'it is damaged or missing',
    ru: 'повреждён или отсутствует',
  },
  'on-offer': {
    az: 'təhvil üçün təklif edilib, cavab gözlənilir',
    en: 'it has been offered to somebody who has not answered',
    ru: 'предложен к передаче, ответа ещё нет',
  },
  'sim-contract-needed': {
    az: '“ASAN imza” üçün Sim kartdan istifadəyə dair müqavilənin nömrəsi də göstərilməlidir.',
    en: 'For ASAN imza the number of the SIM card contract is needed too.',
    ru: 'Для ASAN imza нужен также номер договора о пользовании SIM-картой.',
  },
  'no-sim-contract': {
    az: '“E-imza” üçün Sim kartdan istifadəyə dair müqavilə imzalanmır.',
    en: 'For E-imza no SIM card contract is signed.',
    ru: 'Для E-imza договор о пользовании SIM-картой не подписывается.',
  },
  'sim-contract-differs': {
    az: 'Sim kartdan istifadəyə dair müqavilənin nömrəsi nümayəndəlikdəki nüsxələrin nömrəsindən fərqlidir.',
    en: 'The number of the SIM card contract is not that of the copies at the mission.',
    ru: 'Номер договора о пользовании SIM-картой не совпадает с номером экземпляров в представительстве.',
  },
  'number-known-already': {
    az: 'Bu nömrəli müqavilə artıq qeydə alınıb; nömrəni yoxlayın.',
    en: 'A contract of that number is recorded already; check the number.',
    ru: 'Договор с таким номером уже зарегистрирован; проверьте номер.',
  },
  'certificate-expired': {
    az: 'Sertifikatın üçillik müddəti bitib; onu vermək olmaz.',
    en: 'The certificate’s three years are over; it cannot be handed over.',
    ru: 'Трёхлетний срок сертификата истёк; вручить его нельзя.',
  },
  'not-handed-over': {
    az: 'Sertifikat hələ imza sahibinə verilməyib; Reyestrə yalnız verilmiş sertifikat daxil edilir.',
    en: 'The certificate has not been handed to its owner yet; only an issued one is entered in the register.',
    ru: 'Сертификат ещё не вручён владельцу; в реестр вносится только выданный сертификат.',
  },
  'entered-already': {
    az: 'Bu sertifikat artıq Reyestrə daxil edilib.',
    en: 'This certificate is in the register already.',
    ru: 'Этот сертификат уже внесён в реестр.',
  },
  'no-certificate': {
    az: 'Bu iş sertifikat verilmədən bitib; Reyestrə daxil ediləsi sertifikat yoxdur.',
    en: 'This case ended without a certificate; there is none to enter.',
    ru: 'Это дело завершилось без выдачи сертификата; вносить нечего.',
  },
  'serial-differs': {
    az: 'Seriya nömrəsi bu iş üzrə verilmiş sertifikatın nömrəsi deyil.',
    en: 'The serial number is not that of the certificate issued in this case.',
    ru: 'Серийный номер не принадлежит сертификату, выданному по этому делу.',
  },
};
