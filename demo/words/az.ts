import type { DemoWords } from './words.ts';

/** The demo in Azerbaijani. */
export const az: DemoWords = {
  agencies: {
    'internal-affairs': 'Daxili İşlər Nazirliyi',
    'foreign-affairs': 'Xarici İşlər Nazirliyi',
    'state-security': 'Dövlət Təhlükəsizliyi Xidməti',
    'foreign-intelligence': 'Xarici Kəşfiyyat Xidməti',
  },
  cases: {
    silence: 'Novruz günlərində rəy yoxdur',
    'negative-in-time': 'Vaxtında mənfi rəy',
    'one-minute-late': 'Bir dəqiqə gec',
    'incomplete-mended': 'Natamam, sonra düzəldilmiş',
    'agency-down': 'İki gün işləməyən qurum',
    withdrawal: 'Ərizənin geri götürülməsi',
    citizen: 'Xaricdə yaşayan vətəndaş',
    business: 'Biznes, nümayəndə ilə',
    'e-imza': 'E-imza, axıradək',
    asan: 'ASAN imza, axıradək',
    'centre-deficiency': 'Mərkəzdə çatışmazlıq',
    mismatch: 'Nümayəndəlikdə uyğunsuzluq',
    'no-show': 'Gəlmədi, sonra verildi',
    'damaged-token': 'Zədəli “token”',
    'texts-lost': 'SMS çatmır',
  },
  outcomes: {
    approved: 'təsdiq edildi',
    'negative-opinion': 'imtina: mənfi rəy',
    withdrawn: 'geri götürüldü',
    undecided: 'qərar yoxdur',
  },
  starts: 'Müvəqqəti qovluqda sınaq rejimində ayrıca sistem qurulur; sonda hamısı silinir.',
  plays: (url) =>
    `${url} ünvanında HTTP ilə on beş iş və bir nümayəndəliyin otuz nəfəri üzrə işlər aparılır. Bütün vaxtlar hüquqi saat üzrə 2026-cı ilin Bakı vaxtıdır.`,
  sentBack: (status, clause, items) =>
    `geri qaytarıldı (${status}, ${clause}): ${items} çatışmazlığın hamısı birdən, hər biri düzəliş yolu ilə`,
  nothingLost: 'əvvəl yüklənmiş fayllar düzəldilmiş ərizə üçün saxlanılır',
  registered: (caseNumber) => `${caseNumber} nömrəsi ilə qeydə alındı`,
  reached: (agencies, endsAt) =>
    `4 qurumdan ${agencies} quruma çatdırılma sübut olunub; onların müddətinin sonu: ${endsAt}`,
  systemDown: (agency) => `${agency}: sistem işləmir, poçt serveri də məktublarımızı qəbul etmir`,
  notReached: (agency, attempt) => `${agency}: cəhd ${attempt} alınmadı, müddət başlamır`,
  incident: (agency) => `${agency}: çatdırılmanın sübut olunmaması operatorda insident kimi durur; cəhdlər davam edir`,
  systemBack: (agency) => `${agency}: sistem bərpa olundu; növbəti cəhd gözlənilir`,
  termStarted: (agency, endsAt) => `${agency}: çatdırıldı, müddətin sonu: ${endsAt}`,
  opinions: { 'nothing-against': '“mənfi rəyi yoxdur”', negative: 'mənfi rəy' },
  effects: { 'ended-the-case': 'vaxtında: işi bitirir', noted: 'vaxtında: qeyd edildi' },
  late: (receivedAt, endsAt) =>
    `gecikib: daxil olub: ${receivedAt}, müddətin sonu: ${endsAt}; saxlanılır, qüvvəsi yoxdur`,
  stillOpen: 'hələ qərar yoxdur: bütün müddətlər bitməyib',
  approved: 'mənfi rəy verilmədi: təsdiq edildi',
  finGiven: 'virtual FİN verildi',
  withdrawn: 'ərizəçi ərizəni geri götürdü',
  table: { case: 'İş', decided: 'qərar' },
  received: (when) => `daxil oldu: ${when}`,
  counted: (n, day) => `iş günü ${n}: ${day}`,
  passedOver: (from, to, why) => `sayılmır: ${from === to ? from : `${from} – ${to}`} (${why})`,
  silenceFrom: (when) => `mənfi rəyin olmaması bu andan təsdiq sayılır: ${when}`,
  termUntil: (when) => `müddətin sonu: ${when}`,
  fin: {
    drawn: 'virtual FİN verildi (yaradıldı)',
    'identity-card': 'virtual FİN verildi (şəxsiyyət vəsiqəsindən oxundu)',
    cancelled: 'virtual FİN verildi, barəsində qeyd ləğv edildi',
    none: 'virtual FİN verilmədi',
  },
  letters: (subjects) => `məktublar: ${subjects}`,
  evidence: (rows, file) => `qeydlər: ${rows} sübut sətri, ${file}`,
  recordOfSilence: (file) => `mənfi rəyin verilmədiyi barədə imzalanmış akt: ${file}`,
  pages: (operator, auditor) => `səhifələr: ${operator} (portalın operatoru), ${auditor} (auditor)`,
  verifyBy: (command) => `Aktı şəbəkəsiz yoxlamaq üçün: ${command}`,
  allAsExpected: (cases, people, seconds) =>
    `${cases} iş və bağlamanın ${people} nəfəri üzrə hər şey Fərmanın tələb etdiyi kimi bitdi, ${seconds} san.`,
  differs: (what, expected, found) => `${what}: gözlənilən ${expected}, alınan ${found}`,
  notAsExpected: (n) => `Gözlənilən kimi deyil: ${n} fərq.`,
  faults: {
    usage: 'İstifadə: npm run demo -- [--url URL] [--expected FAYL] [--out QOVLUQ] [--language az|en|ru]',
    badExpected: (file) => `${file} gözləntilər faylı deyil: hər iş üçün bir yazı, bağlama üçün bir yazı lazımdır.`,
    nobodyThere: (url) => `${url} cavab vermir: orada Mohleti npm start ilə işə salın və ya --url yazmayın.`,
    notARehearsal: (url) => `${url} sınaq rejimində deyil: nümayiş yalnız sınaq rejimində aparılır.`,
    clockIsPast: (url, now, start) =>
      `${url} ünvanının hüquqi saatı ${now} göstərir və nümayişin başlanğıcını (${start}) keçib: sınaq rejimini daha erkən tarixlə başladın, ` +
      'MOHLET_HOME=.mohlet-demo MOHLET_REHEARSAL_START=2026-03-01T09:00:00+04:00 npm start, və ya --url yazmayın.',
    noToken: 'Token yaradılmadı: MOHLET_HOME-u --url ünvanındakı sistemin məlumat qovluğuna yönəldin.',
    cannotStart: (why) => `Nümayiş başlaya bilmir: ${why}`,
    brokeOff: (why, log) => `Nümayiş yarımçıq qaldı: ${why} (jurnal: ${log})`,
  },
};
