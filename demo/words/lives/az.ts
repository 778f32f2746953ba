import type { LifeWords } from './words.ts';

/** The lives in Azerbaijani. */
export const az: LifeWords = {
  things: {
    token: '“token”',
    sim: 'SIM kart',
    certificate: 'sertifikat',
    'certificate-contract': 'sertifikat müqaviləsi',
    'sim-contract': 'SIM kart müqaviləsi',
  },
  copy: (thing, copy) => `${thing} (nüsxə ${copy})`,
  answersAll: 'dörd qurumun hamısı: “mənfi rəyi yoxdur”',
  centreDecided: (centre, mission, until) =>
    `${centre} sertifikatın verilməsinə qərar verdi; qərar və müqavilə nümayəndəlikdədir (${mission}), dəvətin son vaxtı: ${until}`,
  deficient: (centre, items, since) =>
    `${centre} geri qaytardı, çatışmazlıqların sayı: ${items}; ${since} tarixindən ərizəçi gözlənilir, müddət müəyyən edilməyib:`,
  mended: 'ərizəçi çatışmazlığı aradan qaldırdı; müraciət yenidən Mərkəzə göndərilir',
  invited: (mission) => `nümayəndəlik (${mission}) ərizəçini dəvət etdi`,
  overdue: (mission, until) =>
    `nümayəndəlik (${mission}) dəvət etməyib, müddətin sonu: ${until}; gecikməni nümayəndəlik, nazirlik və ərizəçi görür`,
  simEntered: (operator, things) => `${operator} təqdim edir: ${things}`,
  carried: (things, giver, taker) => `akt üzrə: ${things}; təhvil verən: ${giver}, təhvil alan: ${taker}`,
  slots: (mission, day, times) => `nümayəndəlik (${mission}) ${day} üçün qəbul vaxtları açdı: ${times}`,
  booked: (when, zone) => `ərizəçi görüş vaxtını seçdi: ${when} (${zone})`,
  noShow: (when) => `${when} vaxtına heç kim gəlmədi; iş bitmir, ərizəçiyə bildirildi, yenidən vaxt seçə bilər`,
  matches: 'ərizəçi şəxsən gəlib; bütün əsllər yüklənmiş surətlərlə eynidir, yeni fotoşəkil götürüldü',
  differs: (reason) => `nümayəndəlikdə imtina: ${reason}`,
  finCancelled: '“Giriş-çıxış və qeydiyyat” sistemi virtual FİN barədə qeydi ləğv etdi',
  toldWhere: (act) => `imtina məktubunda səbəb və şikayət qaydası göstərilib: ${act}`,
  signed: (contracts) => `imzalandı: ${contracts}; ikinci nüsxələr nümayəndəliyin bağlamasına qoyulur`,
  received: (validUntil, centre, until) =>
    `ərizəçi ona çatası hər şeyi aldı; sertifikat ${validUntil} tarixinədək qüvvədədir; ${centre} reyestrə son daxiletmə vaxtı: ${until}`,
  entered: (centre) => `${centre} sertifikatı reyestrə daxil etdi: iş bitdi`,
  damaged: (thing, taker) => `${taker}: ${thing} zədəlidir, qalanlarını təhvil alır`,
  chainStopped: 'bu iş üzrə təhvil-təslim dayanır: fərq operatorda insident kimi durur',
  settled: (thing) => `operator həll etdi: ${thing} onu verənə qaytarılır`,
  replaced: (thing, serial) => `Mərkəz ${thing} əvəzinə yenisini verir: ${serial}`,
  textsLost: (number) => `${number} nömrəsinə SMS çatmayacaq`,
  textsFailed: (texts, letters) => `${texts} SMS çatmadı; həmin bildirişlər e-poçtla gəldi (${letters})`,
  group: {
    name: '50 nüsxəlik bağlama',
    progress: (done, of, step) => `${of} nəfərdən ${done}: ${az.group.steps[step]}`,
    steps: {
      registered: 'qeydə alınıb',
      decided: 'Mərkəzin qərarı var',
      carried: 'əşyaları nümayəndəlikdədir',
      booked: 'görüş vaxtı seçilib',
      signed: 'şəxsiyyəti təsdiqlənib, imzalayıb, ona çatanı alıb',
      entered: 'reyestrə daxil edilib',
    },
    opened: (bundle, copies, mission, until) =>
      `${bundle} bağlaması: ${copies} ikinci nüsxə nümayəndəlikdədir (${mission}), göndərilməsinin son vaxtı: ${until}`,
    onward: (copies, giver, taker) => `akt üzrə: ${copies} nüsxə; təhvil verən: ${giver}, təhvil alan: ${taker}`,
    term: (holder, clause, until) => `${holder}: ötürülməsinin son vaxtı ${until} (${clause})`,
    arrived: (copies, taker, clause) => `${copies} nüsxə yerinə çatdı: ${taker} (${clause})`,
    whole: (bundle) => `${bundle} bağlaması bütünlüklə çatdırıldı`,
    leg: (clause, holder, from, until, done) =>
      `${clause}: ${holder}: başlanğıc ${from}, son vaxt ${until}, yerinə yetirildi ${done}`,
    heading: (people, bundle) => `${people} nəfər, ${bundle} bağlaması`,
  },
  table: { expected: 'Gözlənilən', seen: 'Alınan' },
  waits: (party) => `gözlənilir: ${party}`,
  outcomes: { issued: 'verildi', mismatch: 'imtina: uyğunsuzluq' },
  term: (clause, holder, until, how) => `${clause}: ${holder}, son vaxt ${until}: ${how}`,
  termOutcomes: {
    done: 'yerinə yetirildi',
    'done-late': 'gec yerinə yetirildi',
    stopped: 'dayandırıldı',
    overdue: 'gecikir',
    open: 'davam edir',
  },
  validUntil: (when) => `sertifikat ${when} tarixinədək qüvvədədir`,
  packChecked: (file, said) => `İşin toplusu, şəbəkəsiz yoxlanılıb: ${file}: ${said}`,
  contractFile: (file) => `Mərkəzin imzaladığı müqavilə: ${file}`,
  actFile: (file) => `Təhvil-təslim aktı: ${file}`,
  checkYourself: (command) => `İşin toplusunu şəbəkəsiz yoxlamaq üçün: ${command}`,
};
