import type { Language } from '../documents.ts';

/** The choices of the Annex form in words. */
const VALUES: Readonly<Record<string, Record<Language, string>>> = {
  issue: { az: 'sertifikatın verilməsi', en: 'issue of a certificate', ru: 'выдача сертификата' },
  amend: { az: 'sertifikatda dəyişiklik', en: 'amendment of a certificate', ru: 'изменение сертификата' },
  suspend: { az: 'qüvvəsinin dayandırılması', en: 'suspension', ru: 'приостановление действия' },
  restore: { az: 'bərpası', en: 'restoration', ru: 'восстановление' },
  revoke: { az: 'ləğvi', en: 'revocation', ru: 'аннулирование' },
  'e-imza-token': { az: 'E-imza (token)', en: 'E-imza (token)', ru: 'E-imza (токен)' },
  'asan-imza-sim': { az: 'ASAN imza (SIM-kart)', en: 'ASAN imza (SIM card)', ru: 'ASAN imza (SIM-карта)' },
  personal: { az: 'Şəxsi', en: 'Personal', ru: 'Личное' },
  business: { az: 'Biznes', en: 'Business', ru: 'Бизнес' },
  foreigner: { az: 'əcnəbi', en: 'foreigner', ru: 'иностранец' },
  'stateless-person': { az: 'vətəndaşlığı olmayan şəxs', en: 'stateless person', ru: 'лицо без гражданства' },
  'citizen-abroad': {
    az: 'xaricdə yaşayan Azərbaycan vətəndaşı',
    en: 'citizen of Azerbaijan living abroad',
    ru: 'гражданин Азербайджана, живущий за рубежом',
  },
  'legal-person': { az: 'xarici hüquqi şəxs', en: 'foreign legal person', ru: 'иностранное юридическое лицо' },
  self: { az: 'özü', en: 'himself or herself', ru: 'лично' },
  representative: { az: 'nümayəndə', en: 'a representative', ru: 'представитель' },
  female: { az: 'qadın', en: 'female', ru: 'женский' },
  male: { az: 'kişi', en: 'male', ru: 'мужской' },
  unspecified: { az: 'göstərilməyib', en: 'unspecified', ru: 'не указан' },
  passport: { az: 'pasport', en: 'passport', ru: 'паспорт' },
  'identity-card': { az: 'şəxsiyyət vəsiqəsi', en: 'identity card', ru: 'удостоверение личности' },
  unlimited: { az: 'müddətsiz', en: 'unlimited', ru: 'бессрочно' },
  'within-official-powers': {
    az: 'xidməti səlahiyyətlər çərçivəsində',
    en: 'within official powers',
    ru: 'в пределах служебных полномочий',
  },
  'internal-documents': { az: 'daxili sənədlər', en: 'internal documents', ru: 'внутренние документы' },
  'outgoing-documents': { az: 'göndərilən sənədlər', en: 'outgoing documents', ru: 'исходящие документы' },
  both: { az: 'hər ikisi', en: 'both', ru: 'и то и другое' },
  azercell: { az: 'Azercell', en: 'Azercell', ru: 'Azercell' },
  bakcell: { az: 'Bakcell', en: 'Bakcell', ru: 'Bakcell' },
  nar: { az: 'Nar', en: 'Nar', ru: 'Nar' },
  true: { az: 'bəli', en: 'yes', ru: 'да' },
  false: { az: 'xeyr', en: 'no', ru: 'нет' },
};

/** A choice of the form (R1598/A) as people read it; the value itself where it is no choice. */
export function valueWords(value: string, language: Language): string {
  return VALUES[value]?.[language] ?? value;
}
