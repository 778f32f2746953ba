import type { PackWords } from './words.ts';

/** `verify` of an evidence pack in Azerbaijani. */
export const az: PackWords = {
  outcomes: {
    genuine:
      'ƏSLDİR: bu sübut toplusunu açarlarına etibar etdiyiniz sistem verib və onda bir bayt belə dəyişdirilməyib.',
    rehearsal:
      'SINAQ REJİMİ: sübut toplusu həqiqidir və dəyişdirilməyib, lakin sınaq rejimində verilib. Onun hüquqi qüvvəsi yoxdur.',
    altered: 'DƏYİŞDİRİLİB: sübut toplusu imzalandığı kimi deyil.',
    'foreign-key': 'ÖZGƏ AÇAR: sübut toplusu etibar etdiyiniz açarlar sırasında olmayan açarla imzalanıb.',
    malformed: 'BELƏ SƏNƏD DEYİL: faylda sübut toplusu yoxdur.',
    'contradicts-itself': 'ZİDDİYYƏT: imza həqiqidir, lakin sübut toplusu özü ilə ziddiyyət təşkil edir.',
    'key-not-valid-then':
      'AÇAR İSTİFADƏDƏ OLMAYIB: açar tanınır, lakin sübut toplusu imzalanan vaxt istifadədə olmayıb.',
    repacked:
      'YENİDƏN QABLAŞDIRILIB: bütün hissələr imzalandığı kimidir, lakin onları saxlayan ZIP dəyişdirilib və ya yenidən düzəldilib.',
    'too-large': 'BELƏ SƏNƏD DEYİL: heç bir sübut toplusu bu fayl və ya onun açılmış məzmunu qədər böyük olmur.',
    'not-a-zip': 'DƏYİŞDİRİLİB VƏ YA ZIP DEYİL: ZIP-in mündəricatını oxumaq mümkün deyil.',
  },
  readers: {
    applicant: 'müraciət edənə',
    operator: 'portalın operatoruna',
    auditor: 'auditora',
    'mission-officer': 'diplomatik nümayəndəliyə',
    'centre-officer': 'sertifikat xidmətləri mərkəzinə',
  },
  about: (caseNumber, reader, at) => `İş ${caseNumber}: ${reader} göstərildiyi kimi, ${at}.`,
  proven: 'Sübut olunur:',
  notProven: 'Sübut olunmur:',
  files: (count) =>
    `hissələr (${count}) imzalanmış olanlardır, baytbabayt; heç biri əskik deyil, heç nə əlavə edilməyib`,
  rows: (count) => `sübutlar (sətirlər: ${count}) fasiləsiz bir zəncirdir`,
  checkpointShown: (n, seq) => `imzalanmış yoxlama nöqtəsi ${n} sübutları ${seq} nömrəli sətrədək əhatə edir`,
  checkpointStated: (n, seq) =>
    `yoxlama nöqtəsi ${n} sübutları ${seq} nömrəli sətrədək əhatə edir: sistem bunu imzası ilə təsdiq edib`,
  silence: 'mənfi rəyin verilmədiyi barədə akt əsldir, ziddiyyətsizdir və bu işə aiddir (R1598/2.8)',
  custody: (items, acts) =>
    `saxlanma: hər əşya (${items}) hər an yalnız bir tərəfin əlində olub və hər ötürülmənin iki tərəfin təsdiqlədiyi aktı var (aktlar: ${acts})`,
  registered: (count) => `ərizə ilə qeydiyyata alınmış sənədlər (${count}) burada göstərilənlərdir`,
  withheldRows: (count) =>
    `göstərilməyən sətirlərdə (${count}) nə yazıldığı; onları əvəz etmək və ya çıxarmaq mümkün deyil`,
  newerRows: (count) => `yoxlama nöqtəsindən yeni sətirlər (${count}): onlar yalnız bu faylın imzası ilə qorunur`,
  noCheckpoint: 'sübutları əhatə edən yoxlama nöqtəsi hələ yoxdur: onlar yalnız bu faylın imzası ilə qorunur',
  compareCheckpoint: (n, digest) =>
    `yoxlama nöqtəsi ${n} bu faylda yoxdur; saxlandığı yerdə tutuşdurmaq üçün SHA-256 heşi: ${digest}`,
  silenceWithheld: 'mənfi rəyin verilmədiyi barədə aktın məzmunu: o, bu oxucuya göstərilmir',
  openActs: (count) => `təklif edilmiş, lakin hələ təsdiqlənməmiş təhvil-təslimlər (${count})`,
  noBytes: (count) => `sənədlərin özləri (${count}) bu faylda yoxdur, yalnız heşləri var`,
  notRegistered: 'sənədlərin qeydiyyata alınmış sənədlər olması: bu oxucuya duz göstərilmir',
  afterwards: (at) => `bundan sonra baş verənlər: ${at}`,
  truth: 'kiminsə qeyd etdiyinin doğru olması: yalnız kimin nə vaxt belə qeyd etdiyi',
  memberFaults: {
    missing: 'yoxdur',
    extra: 'sonradan əlavə edilib',
    altered: 'dəyişdirilib',
    twice: 'iki dəfədir',
  },
  unreadable: 'oxumaq mümkün deyil',
  container: 'ZIP ilk dəfə bu hissədə fərqlənir; hissənin məzmunu imzalandığı kimidir',
  directory: 'ZIP-in öz mündəricatı',
  row: (row) => `sətir ${row}`,
  rowFaults: {
    'out-of-order': 'nömrəsi ardıcıl deyil',
    'wrong-previous': 'özündən əvvəlki sətri göstərmir',
    'wrong-hash': 'mətni və ya heşi dəyişdirilib',
    'not-canonical': 'mətni kanonik JSON deyil',
    'not-its-own-text': 'mətni başqa işə, nömrəyə və ya vaxta aiddir',
    unreadable: 'sətir deyil',
  },
  custodyFaults: {
    'gap-between-holders': 'iki saxlayıcı arasında boşluq var',
    'not-one-holder': 'yalnız bir tərəfin əlində deyil',
    'move-without-act': 'aktsız ötürülüb',
    'act-says-otherwise': 'akt ötürülməni təsdiq etmir',
  },
  custodyUnreadable: 'saxlanma haqqında məlumatı oxumaq mümkün deyil',
  notTheHead: 'sübutlar imzalanmış siyahıda göstərilən yerdə bitmir',
  checkpointWrong: (n) => `yoxlama nöqtəsi ${n} bu sübutları göstərmir`,
  silenceWrong: 'mənfi rəyin verilmədiyi barədə akt əsl deyil və ya başqa işə aiddir',
  documentWrong: (id) => `sənəd ${id} qeydiyyata alınmış sənəd deyil`,
};
