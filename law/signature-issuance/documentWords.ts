type Words = { az: string; en: string; ru: string };

/** The names of the documents, as R1598/2.3.1-2.3.3 name them. */
export const KIND_WORDS = {
  'identity-document': {
    az: 'Şəxsiyyəti təsdiq edən sənədin surəti',
    en: 'Copy of the identity document',
    ru: 'Копия документа, удостоверяющего личность',
  },
  photograph: { az: 'Fotoşəkil', en: 'Photograph', ru: 'Фотография' },
  'power-of-attorney': { az: 'Etibarnamə', en: 'Power of attorney', ru: 'Доверенность' },
} satisfies Record<string, Words>;

/** Why a document was refused, as one clause that follows its name and a colon. */
export const REASON_WORDS = {
  empty: { az: 'fayl boşdur.', en: 'the file is empty.', ru: 'файл пуст.' },
  'too-large': {
    az: 'faylın həcmi icazə veriləndən böyükdür.',
    en: 'the file is larger than allowed.',
    ru: 'файл больше допустимого размера.',
  },
  'wrong-type': {
    az: 'adından asılı olmayaraq, faylın məzmunu qəbul edilən növlərdən deyil.',
    en: 'whatever its name says, the content of the file is of a kind that is not accepted.',
    ru: 'независимо от имени, содержимое файла не относится к принимаемым видам.',
  },
  unreadable: {
    az: 'fayl zədələnib, natamamdır və ya yoxlanıla bilmir.',
    en: 'the file is damaged or incomplete, or cannot be checked.',
    ru: 'файл повреждён, неполон или не поддаётся проверке.',
  },
  'too-many-pixels': {
    az: 'şəkildə piksellərin sayı icazə veriləndən çoxdur.',
    en: 'the picture has more pixels than allowed.',
    ru: 'в изображении больше пикселей, чем допустимо.',
  },
  'no-pages': { az: 'PDF faylında səhifə yoxdur.', en: 'the PDF has no page.', ru: 'в файле PDF нет страниц.' },
  'too-many-pages': {
    az: 'PDF faylında səhifələrin sayı icazə veriləndən çoxdur.',
    en: 'the PDF has more pages than allowed.',
    ru: 'в файле PDF больше страниц, чем допустимо.',
  },
  locked: {
    az: 'PDF faylı şifrələnib və ya parolla qorunur.',
    en: 'the PDF is encrypted or protected by a password.',
    ru: 'файл PDF зашифрован или защищён паролем.',
  },
  'active-content': {
    az: 'PDF faylında skript, başqa əməliyyat və ya əlavə edilmiş fayl var.',
    en: 'the PDF holds a script, another action or an attached file.',
    ru: 'файл PDF содержит сценарий, иное действие или вложенный файл.',
  },
  harmful: {
    az: 'faylda zərərli proqramın əlaməti və ya gizlədilmiş başqa bir fayl var.',
    en: 'the file bears a mark of harmful software, or another file is hidden in it.',
    ru: 'в файле есть признак вредоносной программы или скрыт другой файл.',
  },
  'picture-data': {
    az: 'PDF faylındakı şəkil onun harada və hansı cihazla çəkildiyini göstərir; fayl imzalandığı və ya sıxıldığı üçün bu məlumatı silmək mümkün deyil.',
    en: 'a picture in the PDF tells where or with what it was taken, and this cannot be removed, because the file is signed or the picture is packed in it.',
    ru: 'изображение в файле PDF хранит сведения о месте или устройстве съёмки; удалить их нельзя, потому что файл подписан или изображение в нём сжато.',
  },
  'too-small': {
    az: 'fotoşəkildə piksellərin sayı tələb olunandan azdır.',
    en: 'the photograph has fewer pixels than required.',
    ru: 'в фотографии меньше пикселей, чем требуется.',
  },
  'wrong-shape': {
    az: 'tərəflərin nisbəti 3,5x4,5 sm ölçüyə uyğun deyil.',
    en: 'its sides are not in the ratio of 35 x 45 mm.',
    ru: 'соотношение сторон не соответствует размеру 35 x 45 мм.',
  },
  'not-in-colour': { az: 'fotoşəkil rəngli deyil.', en: 'it is not in colour.', ru: 'фотография не цветная.' },
} satisfies Record<string, Words>;

const SCAN: Words = {
  az: 'Ən çoxu 40 milyon piksellik JPEG və ya PNG şəkli, yaxud parolsuz, skriptsiz və əlavə edilmiş faylsız, 1-50 səhifəlik PDF; həcmi ən çoxu 10 MB.',
  en: 'A JPEG or PNG picture of at most 40 million pixels, or a PDF of 1 to 50 pages without password, scripts or attached files; at most 10 MB.',
  ru: 'Изображение JPEG или PNG не более 40 млн пикселей либо PDF от 1 до 50 страниц без пароля, сценариев и вложенных файлов; не более 10 МБ.',
};

/** What would be accepted; a test holds the numbers to the rules. */
export const ACCEPTED_WORDS = {
  'identity-document': SCAN,
  photograph: {
    az: 'Rəngli, şaquli fotoşəkil: 3,5x4,5 sm, ən azı 413 x 531, ən çoxu 40 milyon piksel; JPEG və ya PNG; həcmi ən çoxu 5 MB.',
    en: 'An upright photograph in colour: 35 x 45 mm, at least 413 x 531 and at most 40 million pixels; JPEG or PNG; at most 5 MB.',
    ru: 'Цветная вертикальная фотография: 35 x 45 мм, не менее 413 x 531 и не более 40 млн пикселей; JPEG или PNG; не более 5 МБ.',
  },
  'power-of-attorney': SCAN,
} satisfies Record<string, Words>;
