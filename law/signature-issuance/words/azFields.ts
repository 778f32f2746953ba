import type { PersonField } from '../personFields.ts';

/** The fields of sections 3 and 4 in the Annex's own words; where it puts several into one item, each has its part. */
export const AZ_PERSON: Record<PersonField, string> = {
  surname: 'Soyadı',
  givenName: 'Adı',
  patronymic: 'Atasının adı',
  noPatronymic: 'Atasının adı yoxdur',
  birthDate: 'Doğulduğu tarix (gün, ay, il)',
  birthPlace: 'Doğulduğu yer',
  sex: 'Cinsi',
  citizenship: 'Vətəndaşlığı',
  countryOfResidence: 'Daimi yaşadığı ölkə',
  residentialAddress: 'Daimi yaşadığı ünvan',
  registeredAddress: 'Qeydiyyatda olduğu ünvan',
  'identityDocument/kind': 'Şəxsiyyətini təsdiq edən sənədin növü',
  'identityDocument/series': 'Şəxsiyyətini təsdiq edən sənədin seriyası',
  'identityDocument/number': 'Şəxsiyyətini təsdiq edən sənədin nömrəsi',
  'identityDocument/validFrom': 'Şəxsiyyətini təsdiq edən sənədin etibarlılıq müddəti: başlanğıcı',
  'identityDocument/validUntil': 'Şəxsiyyətini təsdiq edən sənədin etibarlılıq müddəti: sonu',
  'identityDocument/machineReadableZone': 'Şəxsiyyətini təsdiq edən sənədin maşınla oxunan sətirləri',
  phones: 'Əlaqə telefonları (mobil, ev, iş)',
  'phones/mobile': 'Əlaqə telefonu: mobil',
  'phones/home': 'Əlaqə telefonu: ev',
  'phones/work': 'Əlaqə telefonu: iş',
  email: 'E-mail',
  'identityDocument/issuingAuthority': 'Şəxsiyyətini təsdiq edən sənədi verən orqan',
  'identityDocument/issuingCountry': 'Şəxsiyyətini təsdiq edən sənədi verən ölkə',
};

/** The other fields in the Annex's own words, and those asked beside it (R1598/2.5). */
export const AZ_FORM = {
  '/service': 'Sertifikat xidmətlərinin göstərilməsi ilə bağlı sahə',
  '/carrier': 'Elektron daşıyıcının tipi',
  '/asanNumber': 'ASAN imza SİM kartına bağlı olan mobil telefon nömrəsi (+994)',
  '/mobileOperator': 'Mobil operator',
  '/use': 'Sertifikatdan istifadə sahələri (növü)',
  '/applicantKind': 'Qeyri-rezidentin növü',
  '/filedBy': 'Müraciət edən: qeyri-rezident özü və ya nümayəndəsi',
  '/applicant/workplace/structuralUnit': 'Ərizəçinin çalışdığı struktur vahidinin adı',
  '/applicant/workplace/post': 'Ərizəçinin vəzifəsi',
  '/applicant/sealAuthority': 'Möhür səlahiyyəti',
  '/applicant/sealData': 'Kommersiya hüquqi şəxsin möhür məlumatları',
  '/applicant/bankAccount/beneficiary': 'Bank hesabı haqqında məlumatlar: benefisiarın adı',
  '/applicant/bankAccount/bank': 'Bank hesabı haqqında məlumatlar: bankın adı',
  '/applicant/bankAccount/country': 'Bank hesabı haqqında məlumatlar: bankın yerləşdiyi ölkə',
  '/applicant/bankAccount/bic': 'Bank hesabı haqqında məlumatlar: SWIFT, BIC',
  '/applicant/userId': 'İstifadəçi İD-si',
  '/applicant/voen': 'VÖEN-i (əgər varsa)',
  '/applicant/secretQuestion': 'Gizli sual',
  '/applicant/secretAnswer': 'Gizli suala cavab (parol)',
  '/representative': 'Qeyri-rezidentin adından çıxış etmək səlahiyyəti olan şəxs haqqında məlumatlar',
  '/representative/powerOfAttorney/number': 'Etibarnamənin nömrəsi',
  '/representative/powerOfAttorney/date': 'Etibarnamənin tarixi',
  '/certificateSerialNumber': 'Sertifikatın seriya nömrəsi',
  '/legalPerson/name': '2.2-ci bənddə qeyd edilmiş kommersiya hüquqi şəxsin adı',
  '/legalPerson/voen': '2.2-ci bənddə qeyd edilmiş kommersiya hüquqi şəxsin VÖEN-i',
  '/sealUse': 'Möhür kimi istifadə edilən gücləndirilmiş imzanın istifadə sahəsi',
  '/signatureUse': 'Ərizəçinin gücləndirilmiş imzadan istifadə imkanları',
  '/statusChange': 'Sertifikatın qüvvəsi',
  '/declarations/rulesAndContract':
    'Sertifikat xidmətlərinin göstərilməsi qaydaları, eləcə də sertifikatın verilməsi haqqında müqavilə ilə tanış oldum və onların yerinə yetirilməsi ilə bağlı öhdəlikləri qəbul etdiyimi təsdiqləyirəm',
  '/declarations/truthfulness': 'Təqdim etdiyim məlumatlar düzgündür və onların həqiqiliyinin yoxlanılmasına razıyam',
  '/declarations/publication':
    'Fərdi məlumatlarımın sertifikata daxil edilməsinə və onların sertifikatın istifadəsi ilə əlaqədar yayımlanmasına icazə verirəm',
  '/mission': 'Diplomatik nümayəndəlik və ya konsulluq',
  '/languageOfNotices': 'Bildirişlərin dili',
};

/** A field outside the persons' sections, or a whole section. */
export type FormField = keyof typeof AZ_FORM;
