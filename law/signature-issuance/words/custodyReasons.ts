import type { Language } from '../documents.ts';

type Words = Readonly<Record<Language, string>>;

/** Why a deed of custody is refused (R1598/2.10, 2.15-2.18), as the official reads it. */
export const CUSTODY_REASONS = {
  'not-the-next-hands': {
    az: 'Bu əşya bu tərəfə verilmir: o, hazırlayandan Xarici İşlər Nazirliyinə, oradan kuryerlə işin öz diplomatik nümayəndəliyinə gedir.',
    en: 'This thing does not go to that party: it goes from its maker to the Ministry of Foreign Affairs, and from there by courier to the mission of the case.',
    ru: 'Эта вещь не передаётся этой стороне: она идёт от изготовителя в Министерство иностранных дел, а оттуда с курьером в представительство по делу.',
  },
  'not-the-way-back': {
    az: 'Bu əşya geri qaytarılır: diplomatik nümayəndəlikdən kuryerlə Xarici İşlər Nazirliyinə, oradan onu hazırlayana.',
    en: 'This thing is on its way back: from the mission by courier to the Ministry of Foreign Affairs, and from there to its maker.',
    ru: 'Эта вещь возвращается: из представительства с курьером в Министерство иностранных дел, а оттуда изготовителю.',
  },
  'missing-is-not-handed': {
    az: 'Çatışmayan əşya təhvil verilə bilməz.',
    en: 'What is missing cannot be handed over.',
    ru: 'Отсутствующую вещь передать нельзя.',
  },
  'stays-at-the-mission': {
    az: 'Bu əşya diplomatik nümayəndəlikdə qalır və orada yalnız qeyri-rezidentə verilir.',
    en: 'This thing stays at the mission and is handed there to the non-resident alone.',
    ru: 'Эта вещь остаётся в представительстве и вручается там только нерезиденту.',
  },
  'copy-goes-elsewhere': {
    az: 'Müqavilənin ikinci nüsxəsi bu tərəfə verilmir: o, Xarici İşlər Nazirliyinə, oradan aidiyyəti üzrə nazirliyə və ya portalın operatoruna, sonra Mərkəzə və ya mobil operatora gedir.',
    en: 'The second copy does not go to that party: it goes to the Ministry of Foreign Affairs, from there to the communications ministry or the portal operator, and then to the Centre or the mobile operator.',
    ru: 'Второй экземпляр не передаётся этой стороне: он идёт в Министерство иностранных дел, оттуда в министерство связи или оператору портала, затем в Центр или мобильному оператору.',
  },
  'not-in-your-hands': {
    az: 'Bu əşya sizdə deyil.',
    en: 'This thing is not in your hands.',
    ru: 'Этой вещи у вас нет.',
  },
  'offered-already': {
    az: 'Bu əşya artıq başqa aktla təhvil verilir və təsdiq gözləyir.',
    en: 'This thing is in another hand-over already, which awaits an answer.',
    ru: 'Эта вещь уже передаётся по другому акту, который ждёт ответа.',
  },
  'named-twice': {
    az: 'Bu əşya iki dəfə göstərilib.',
    en: 'This thing is named twice.',
    ru: 'Эта вещь названа дважды.',
  },
  'item-unknown': {
    az: 'Bu işdə belə nömrəli əşya yoxdur.',
    en: 'This case has no thing of that number.',
    ru: 'По этому делу нет вещи с таким номером.',
  },
  'difference-open': {
    az: 'Təhvil-təslim zamanı aşkar edilmiş fərq hələ həll edilməyib; portalın operatoru onu həll edənə qədər təhvil vermək olmaz.',
    en: 'A difference found at a hand-over is not settled yet; until the portal operator settles it nothing of this is handed over.',
    ru: 'Расхождение, обнаруженное при передаче, ещё не урегулировано; до его урегулирования оператором портала передача невозможна.',
  },
  'applicant-takes-at-the-contract': {
    az: 'Qeyri-rezidentə yalnız müqavilələr imzalandıqdan sonra, ayrıca əməliyyatla verilir.',
    en: 'The non-resident is given his things by a deed of its own, after the contracts are signed.',
    ru: 'Нерезиденту вещи вручаются отдельным действием после подписания договоров.',
  },
  'not-the-giver': {
    az: 'Təhvili yalnız təhvil verən geri götürə bilər.',
    en: 'Only the giver can take a hand-over back.',
    ru: 'Отозвать передачу может только передающая сторона.',
  },
  'not-the-taker': {
    az: 'Təhvili yalnız təhvil alan təsdiq edə bilər.',
    en: 'Only the taker can confirm a hand-over.',
    ru: 'Подтвердить передачу может только принимающая сторона.',
  },
  'answered-already': {
    az: 'Bu təhvilə artıq cavab verilib və ya o, geri götürülüb.',
    en: 'This hand-over was answered already, or taken back.',
    ru: 'На эту передачу уже дан ответ, или она отозвана.',
  },
  'not-found-yet': {
    az: 'Siyahıdakı bu əşya barədə nəticə göstərilməyib.',
    en: 'Nothing is said of this thing, which is on the list.',
    ru: 'Об этой вещи из списка ничего не указано.',
  },
  'not-on-the-list': {
    az: 'Bu əşya təhvil siyahısında yoxdur.',
    en: 'This thing is not on the list of the hand-over.',
    ru: 'Этой вещи нет в списке передачи.',
  },
  'found-twice': {
    az: 'Bu əşya barədə iki nəticə göstərilib.',
    en: 'Two findings are given of this thing.',
    ru: 'Об этой вещи указано два вывода.',
  },
  'number-is-the-same': {
    az: 'Göstərilən nömrə siyahıdakı ilə eynidir.',
    en: 'The number found is the one on the list.',
    ru: 'Указанный номер совпадает с номером из списка.',
  },
  'not-yours-to-make': {
    az: 'Bu sertifikat üçün belə əşya tələb olunmur və ya onu siz təqdim etmirsiniz.',
    en: 'The certificate of this case needs no such thing, or it is not you who provides it.',
    ru: 'Для этого сертификата такая вещь не требуется, или предоставляете её не вы.',
  },
  'there-already': {
    az: 'Belə əşya bu işdə artıq var; yenisi yalnız əvəz edilməli olanın yerinə daxil edilir.',
    en: 'The case has this thing already; a new one takes the place only of one that is to be replaced.',
    ru: 'Такая вещь по делу уже есть; новая вносится только взамен заменяемой.',
  },
  'not-awaiting-items': {
    az: 'Bu mərhələdə əşya daxil edilmir: bu, Mərkəzin qərarından sonra və qeyri-rezidentə təhvil verilənə qədər edilir.',
    en: 'Nothing is entered at this stage: that is done after the decision of the Centre and before the hand-over to the non-resident.',
    ru: 'На этой стадии вещи не вносятся: это делается после решения Центра и до вручения нерезиденту.',
  },
  'another-operator': {
    az: 'SIM kart ərizədə seçilmiş mobil operatorun deyil.',
    en: 'The SIM card is not of the mobile operator chosen in the application.',
    ru: 'SIM-карта не того мобильного оператора, который выбран в заявлении.',
  },
  'serial-known': {
    az: 'Bu nömrə artıq qeydə alınıb.',
    en: 'This number is known already.',
    ru: 'Этот номер уже учтён.',
  },
  'settled-already': {
    az: 'Bu fərq artıq həll edilib.',
    en: 'This difference is settled already.',
    ru: 'Это расхождение уже урегулировано.',
  },
  'not-in-difference': {
    az: 'Bu əşya barədə həll edilməmiş fərq yoxdur.',
    en: 'No difference stands open about this thing.',
    ru: 'По этой вещи нет неурегулированного расхождения.',
  },
  'missing-cannot-go-back': {
    az: 'Çatışmayan və ya nömrəsi başqa olan əşya geri qaytarıla bilməz; o, ya tapılır, ya da əvəz edilir.',
    en: 'What is missing or of another number cannot go back; it is found, or it is replaced.',
    ru: 'Отсутствующую вещь или вещь с другим номером вернуть нельзя; её находят или заменяют.',
  },
  'copy-does-not-go-back': {
    az: 'Qeyri-rezidentin imzaladığı ikinci nüsxə geri qaytarılmır.',
    en: 'The second copy, signed by the non-resident, does not go back.',
    ru: 'Второй экземпляр, подписанный нерезидентом, не возвращается.',
  },
  'keeps-its-number': {
    az: 'Qərara bir sertifikat və bir müqavilə aiddir: itmiş və ya zədələnmiş nüsxə eyni nömrə ilə yenidən çap olunur (“as-listed”) və ya geri qaytarılır; başqa nömrəlisi onun yerini tutmur.',
    en: 'A decision has one certificate and one contract: a lost or damaged print is made again under the same number ("as-listed"), or goes back; none of another number takes its place.',
    ru: 'К решению относятся один сертификат и один договор: утраченный или повреждённый экземпляр печатается заново под тем же номером («as-listed») или возвращается; другой номер его не заменяет.',
  },
  'not-asked-for': {
    az: 'Bu əşya artıq əvəz edilib və ya tələb olunmur.',
    en: 'This thing was replaced and is asked for no more.',
    ru: 'Эта вещь уже заменена и больше не требуется.',
  },
} as const satisfies Readonly<Record<string, Words>>;
