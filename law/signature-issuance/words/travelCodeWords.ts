import type { Language } from '../../languages.ts';

/** What Doc 9303-3 codes besides countries: nationalities without a country of their own, and organisations that issue documents. */
const CODES: Readonly<Record<string, Record<Language, string>>> = {
  GBD: {
    az: 'Britaniya dənizaşırı ərazilərinin vətəndaşı',
    en: 'British Overseas Territories citizen',
    ru: 'гражданин Британских заморских территорий',
  },
  GBN: {
    az: 'Britaniya milli (dənizaşırı)',
    en: 'British National (Overseas)',
    ru: 'британский подданный (заморский)',
  },
  GBO: { az: 'Britaniya dənizaşırı vətəndaşı', en: 'British Overseas citizen', ru: 'британский заморский гражданин' },
  GBP: {
    az: 'Britaniya himayəsində olan şəxs',
    en: 'British protected person',
    ru: 'лицо под защитой Великобритании',
  },
  GBS: { az: 'Britaniya təbəəsi', en: 'British subject', ru: 'британский подданный' },
  RKS: { az: 'Kosovo (RKS)', en: 'Kosovo (RKS)', ru: 'Косово (RKS)' },
  XXK: { az: 'Kosovo sakini (XXK)', en: 'Kosovo resident (XXK)', ru: 'житель Косово (XXK)' },
  XXA: {
    az: 'vətəndaşlığı olmayan şəxs (1954-cü il Konvensiyası)',
    en: 'stateless person (Convention of 1954)',
    ru: 'лицо без гражданства (Конвенция 1954 года)',
  },
  XXB: {
    az: 'qaçqın (1951-ci il Konvensiyası)',
    en: 'refugee (Convention of 1951)',
    ru: 'беженец (Конвенция 1951 года)',
  },
  XXC: { az: 'qaçqın (digər)', en: 'refugee (other)', ru: 'беженец (иной)' },
  XXX: { az: 'vətəndaşlığı göstərilməyib', en: 'nationality not specified', ru: 'гражданство не указано' },
  EUE: { az: 'Avropa İttifaqı', en: 'European Union', ru: 'Европейский союз' },
  UNO: {
    az: 'Birləşmiş Millətlər Təşkilatı',
    en: 'United Nations',
    ru: 'Организация Объединённых Наций',
  },
  UNA: {
    az: 'BMT-nin ixtisaslaşmış qurumu',
    en: 'United Nations specialized agency',
    ru: 'специализированное учреждение ООН',
  },
  UNK: {
    az: 'BMT-nin Kosovodakı missiyası (UNMIK)',
    en: 'United Nations mission in Kosovo (UNMIK)',
    ru: 'миссия ООН в Косово (UNMIK)',
  },
  XBA: { az: 'Afrika İnkişaf Bankı', en: 'African Development Bank', ru: 'Африканский банк развития' },
  XIM: {
    az: 'Afrika İxrac-İdxal Bankı (Afreximbank)',
    en: 'African Export-Import Bank (Afreximbank)',
    ru: 'Африканский экспортно-импортный банк (Afreximbank)',
  },
  XCC: { az: 'Karib Birliyi (CARICOM)', en: 'Caribbean Community (CARICOM)', ru: 'Карибское сообщество (CARICOM)' },
  XCE: { az: 'Avropa Şurası', en: 'Council of Europe', ru: 'Совет Европы' },
  XCO: {
    az: 'Şərqi və Cənubi Afrika Ümumi Bazarı (COMESA)',
    en: 'Common Market for Eastern and Southern Africa (COMESA)',
    ru: 'Общий рынок Восточной и Южной Африки (COMESA)',
  },
  XDC: {
    az: 'Cənubi Afrika İnkişaf Birliyi (SADC)',
    en: 'Southern African Development Community (SADC)',
    ru: 'Сообщество развития Юга Африки (SADC)',
  },
  XEC: {
    az: 'Qərbi Afrika Dövlətlərinin İqtisadi Birliyi (ECOWAS)',
    en: 'Economic Community of West African States (ECOWAS)',
    ru: 'Экономическое сообщество стран Западной Африки (ECOWAS)',
  },
  XES: {
    az: 'Şərqi Karib Dövlətləri Təşkilatı (OECS)',
    en: 'Organisation of Eastern Caribbean States (OECS)',
    ru: 'Организация Восточно-карибских государств (OECS)',
  },
  XOM: { az: 'Malta ordeni', en: 'Sovereign Military Order of Malta', ru: 'Мальтийский орден' },
  XPO: { az: 'İnterpol', en: 'Interpol', ru: 'Интерпол' },
};

/** A code of Doc 9303-3 that is no country's, in words; undefined for every other. */
export function travelCodeWords(code: string, language: Language): string | undefined {
  return CODES[code]?.[language];
}
