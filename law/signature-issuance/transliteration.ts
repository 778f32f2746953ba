type Letters = Readonly<Record<string, string>>;

// "Ж:ZH" pairs, so that a table can be held against the standard at a glance.
const letters = (pairs: string): Letters =>
  Object.fromEntries(
    pairs.split(' ').map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  );

/**
 * Capitals to A-Z by ICAO Doc 9303-3, section 6: the Latin letters that are more than A-Z with a mark, and Cyrillic.
 * Letters of the Azerbaijani and Kazakh alphabets that stand in no row follow the Latin letter that replaced them.
 */
export const ICAO_LETTERS: Letters = {
  ...letters('Ä:AE Å:AA Æ:AE Đ:D Ð:D Ħ:H Ĳ:IJ Ł:L Ŀ:L Ŋ:N Ø:OE Ö:OE Œ:OE Þ:TH Ŧ:T Ü:UE ẞ:SS Ə:E'),
  ...letters('А:A Б:B В:V Г:G Д:D Е:E Ё:E Ж:ZH З:Z И:I Й:I К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F Х:KH'),
  ...letters('Ц:TS Ч:CH Ш:SH Щ:SHCH Ъ:IE Ы:Y Ь: Э:E Ю:IU Я:IA І:I Ї:I Є:IE Ґ:G Ў:U Ѫ:U Ђ:D Ѓ:G Ѕ:DZ Ј:J Љ:LJ Њ:NJ'),
  ...letters('Ћ:C Ќ:K Џ:DZ Ӏ: Ә:E Ғ:G Ҝ:G Қ:K Ң:N Ө:OE Ү:UE Ұ:U Һ:H Ҹ:C'),
};

/**
 * What is written otherwise in some documents, each row a convention that a whole name follows: the short forms that
 * Doc 9303 allows (with A for Ə, as Azerbaijani passports have it), its exceptions for single languages, and the Azerbaijani
 * Cyrillic alphabet letter for letter.
 */
export const CONVENTIONS: readonly Letters[] = [
  {},
  letters('Ä:A Å:A Ø:O Ö:O Ü:U Ə:A Ә:A Ө:O Ү:U'),
  letters('Г:H Ё:IO'), // Belarusian
  letters('И:Y'), // Ukrainian, Doc 9303
  letters('И:Y Г:H'), // Ukrainian, as its passports have it
  letters('Ж:Z Х:H Ц:C Ч:C Ш:S Г:H'), // Serbian, Doc 9303
  letters('Ж:Z Х:H Ц:C Ч:C Ш:S'), // Serbian, as its passports have it
  letters('Х:H Ц:C Ѓ:GJ Ќ:KJ Џ:DJ'), // Macedonian
  letters('Щ:SHT Ъ:A'), // Bulgarian
  letters('Г:Q Ж:J Ј:Y Х:X Ч:C Ш:S Ы:I'), // Azerbaijani Cyrillic
];
