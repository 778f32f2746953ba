import type { ReadmeWords } from './words.ts';

/** README.txt in Azerbaijani. */
export const az: ReadmeWords = {
  title: (caseNumber) => `${caseNumber} nömrəli işin sübutları`,
  rehearsal: 'SINAQ REJİMİ. Bu faylda olan heç nəyin hüquqi qüvvəsi yoxdur.',
  madeFor: (reader) => `Kimin üçün hazırlanıb: ${reader}.`,
  readers: {
    applicant: 'müraciət edən',
    operator: 'portalın operatoru',
    auditor: 'auditor',
    'mission-officer': 'diplomatik nümayəndəlik',
    'centre-officer': 'sertifikat xidmətləri mərkəzi',
  },
  members: {
    'case.json': 'işin hazırkı vəziyyəti',
    'course.json': 'rəylərdən sonra görülənlər: mərkəz, dəvət, görüşlər, şəxsiyyətin yoxlanılması, müqavilə, reyestr',
    'opinions.json': 'dörd quruma göndərilən müraciətlər və onların rəyləri (R1598/2.7, 2.8)',
    'terms.json': 'hər bir müddət: onu nə başladıb, hansı gün niyə sayılıb və ya sayılmayıb, nə vaxt bitir',
    'notices.json': 'hər bir bildiriş: hansı kanalla göndərilib və hər cəhdin nəticəsi',
    'custody.json': 'token, SIM-kart, sertifikat və müqavilələr: kimdədir, nə vaxtdan, hansı akt əsasında (R1598/2.10)',
    'acts/': 'təhvil-təslim aktları',
    'documents.json': 'sənədlər heşləri ilə; onların özləri bu faylda yoxdur',
    'signatures.json': 'imzalanmış sənədlər: mənfi rəyin verilmədiyi barədə akt, müqavilə (heşi ilə), sertifikat',
    'signatures/': 'imzalanmış sənədlərin özləri və mərkəzin imzasının sertifikatları',
    'evidence.jsonl': 'sübutlar sətir-sətir: hər sətir özündən əvvəlkinin heşini göstərir',
    'checkpoints/': 'sübutları əhatə edən imzalanmış yoxlama nöqtəsi; yalnız operator və auditor üçün',
    'manifest.json': 'bu faylın nə olduğu və hər bir hissəsinin həcmi və heşi',
    'manifest.jws': 'eyni mətn, sistemin imzası ilə',
  },
  withheld:
    'Bu oxucuya göstərilməyənlər “withheld” kimi qeyd olunub, yerində duzlu heş var: ondan mətni tapmaq, sonradan onu başqa mətnlə əvəz etmək mümkün deyil.',
  howToCheck: [
    'Server olmadan yoxlamaq üçün: npm run -s verify -- FAYL.zip --trust keys.json --language az',
    'keys.json sistemin açıq açarlarıdır. Onu bu faylla birlikdə deyil, əvvəlcədən sistemin özündən götürün (/.well-known/mohlet-keys.json).',
    'Bu proqramsız: hər hissənin SHA-256 heşi manifest.json-dadır; manifest.jws onun baytları üzərində JWS imzasıdır (RFC 7515, ES256); sətrin heşi “previous”, sətir sonu işarəsi və “body” üzərində SHA-256-dır.',
  ],
};
