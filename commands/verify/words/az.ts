import type { VerifyWords } from './words.ts';

/** `verify` in Azerbaijani. */
export const az: VerifyWords = {
  usage: 'İstifadə qaydası: npm run -s verify -- FAYL [--trust AÇARLAR] [--language az|en|ru]',
  noFile: 'Faylı oxumaq mümkün olmadı.',
  badTrust: 'Etibar edilən açarları oxumaq mümkün olmadı (--trust).',
  outcomes: {
    genuine:
      'ƏSLDİR: mənfi rəyin verilmədiyi barədə bu aktı açarlarına etibar etdiyiniz sistem verib və onda heç nə dəyişdirilməyib.',
    rehearsal: 'SINAQ REJİMİ: imza həqiqidir, lakin akt sınaq rejimində verilib. Onun hüquqi qüvvəsi yoxdur.',
    altered: 'DƏYİŞDİRİLİB: imza mətnə uyğun gəlmir. İmzalandıqdan sonra ən azı bir bayt dəyişdirilib.',
    'foreign-key': 'ÖZGƏ AÇAR: sənəd etibar etdiyiniz açarlar sırasında olmayan açarla imzalanıb.',
    malformed: 'BELƏ SƏNƏD DEYİL: faylda mənfi rəyin verilmədiyi barədə imzalanmış akt yoxdur.',
    'contradicts-itself':
      'ZİDDİYYƏT: imza həqiqidir, lakin məzmun özü ilə ziddiyyət təşkil edir və heç nəyi sübut etmir.',
    'key-not-valid-then': 'AÇAR İSTİFADƏDƏ OLMAYIB: açar tanınır, lakin sənəd imzalanan vaxt istifadədə olmayıb.',
  },
  contradictions: {
    'not-the-four-agencies': 'R1598/2.7 ilə müəyyən edilmiş dörd qurumun hər biri bir dəfə göstərilməyib',
    'nobody-silent': 'rəy verməmiş qurum yoxdur',
    'negative-opinion': 'mənfi rəy verilib',
    'ends-after-decision': 'müddət qərardan sonra bitir',
    'days-do-not-give-the-end': 'müddətin sonu günlərin sayına uyğun gəlmir',
    'moves-do-not-give-the-end': 'müddətin sonuna aparan dəyişikliklər bir-birinə uyğun gəlmir',
    'opinion-outside-term': 'rəy müddətdən kənardır',
    'reminder-outside-term': 'xatırlatma müddətdən kənardır',
    'outage-ends-before-it-begins': 'fasilə başlamazdan əvvəl bitir',
    'signed-before-decision': 'qərardan əvvəl imzalanıb',
  },
  agencies: {
    'internal-affairs': 'Daxili İşlər Nazirliyi',
    'foreign-affairs': 'Xarici İşlər Nazirliyi',
    'state-security': 'Dövlət Təhlükəsizliyi Xidməti',
    'foreign-intelligence': 'Xarici Kəşfiyyat Xidməti',
  },
  how: {
    acknowledged: 'onun sistemi müraciəti aldığını təsdiq edib',
    'inbox-and-mail': 'sənədlər onun gələnlər qutusunda olub və bildirişi poçt serveri qəbul edib',
    'by-hand': 'çatdırılmanı operator sənəd əsasında qeyd edib',
    'by-its-opinion': 'bunu onun öz rəyi göstərir',
  },
  decided: (caseNumber, at) =>
    `İş ${caseNumber}: R1598/2.8-ə əsasən mənfi rəy verilmədiyi üçün təsdiq edilib, qərar: ${at}.`,
  delivered: (at, how) => `çatdırılıb: ${at} (${how})`,
  reminded: (at) => `xatırladılıb: ${at}`,
  counted: (days, workingDays) => `sayılan iş günləri (${workingDays}): ${days}`,
  passedOver: (days) => `sayılmayan günlər: ${days}`,
  ended: (at, calendarVersion) => `müddət bitib: ${at} (təqvim ${calendarVersion})`,
  provisional: 'həmin vaxtın təqvimi ilkin idi',
  extended: (from, to, ground) => `uzadılıb: ${from} əvəzinə ${to}; əsas: ${ground}`,
  recomputed: (at, from, to, calendarVersion) =>
    `təqvim dəyişdiyi üçün yenidən hesablanıb (${at}): ${from} əvəzinə ${to} (təqvim ${calendarVersion})`,
  outage: (channel, from, to) => `${channel} kanalı işləməyib: ${from} – ${to}`,
  lasting: 'qərar vaxtı da davam edib',
  silent: 'rəy verilməyib',
  nothingAgainst: (at) => `“mənfi rəyi yoxdur”: ${at}`,
  signed: (installation, kid, at) => `İmzalayan sistem: ${installation}, açar ${kid}${at === null ? '' : `, ${at}`}.`,
};
