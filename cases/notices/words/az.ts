import type { Agency } from '../../../law/signature-issuance/agencies.ts';
import type { NoticeFacts, NoticeWords } from './facts.ts';
import { issuanceAz } from './issuance/az.ts';
import { writeDay, writeEnd, writeInstant } from './writeInstant.ts';

const AGENCIES: Record<Agency, string> = {
  'internal-affairs': 'Daxili İşlər Nazirliyi',
  'foreign-affairs': 'Xarici İşlər Nazirliyi',
  'state-security': 'Dövlət Təhlükəsizliyi Xidməti',
  'foreign-intelligence': 'Xarici Kəşfiyyat Xidməti',
};

const AFTER_THE_TERM =
  'Bu müddətdə mənfi rəy verilmədikdə, “virtual FİN” avtomatik olaraq verilir. Müddət bitdikdən sonra verilmiş mənfi rəyin qüvvəsi yoxdur.';

const REFUNDS = 'Sertifikat xidmətləri üçün edilmiş ödənişlər heç bir halda geri qaytarılmır (Qaydanın 2.20-ci bəndi).';

/** The notices in Azerbaijani, with the decrees' own terms (R1598, Q191). */
export const az: NoticeWords = {
  ground: 'Hüquqi əsas',
  page: 'Ətraflı',
  footer: 'Bu məktub avtomatik göndərilmişdir. Xahiş olunur, ona cavab yazmayın.',
  rehearsal: { subject: '[Sınaq]', text: 'SINAQ REJİMİ: bu bildiriş sınaqdır və hüquqi qüvvəsi yoxdur.' },
  notices: {
    ...issuanceAz,
    registered: (facts) => ({
      subject: `Ərizəniz qeydiyyata alındı: ${facts.caseNumber}`,
      paragraphs: [
        'Elektron imza sertifikatının verilməsi üçün ərizəniz qeydiyyata alınmışdır.',
        [
          `Ərizənin nömrəsi: ${facts.caseNumber}`,
          `Qeydiyyat vaxtı: ${writeInstant(facts.registeredAt, 'az')}`,
          `Diplomatik nümayəndəlik və ya konsulluq: ${facts.mission}`,
          `İzləmə kodu: ${facts.trackingCode}`,
        ].join('\n'),
        `İzləmə kodu ilə ərizənin gedişatını öyrənə və sertifikat sizə verilənədək ərizəni geri götürə bilərsiniz: ${facts.statusUrl}\nKodu heç kimə verməyin və bu məktubu saxlayın: kod yenidən göstərilmir.`,
        'Bundan sonra: ərizə və ona əlavə olunmuş sənədlər eyni vaxtda Daxili İşlər Nazirliyinə, Xarici İşlər Nazirliyinə, Dövlət Təhlükəsizliyi Xidmətinə və Xarici Kəşfiyyat Xidmətinə yönəldilir. Müddət hər biri üçün ərizənin ona çatdırılmasından sonra 3 (üç) iş günüdür. Heç biri bu müddətdə mənfi rəy vermədikdə, sizə avtomatik olaraq “virtual FİN” verilir. Nəticə barədə sizə bildiriş göndəriləcək.',
      ],
    }),
    'sign-in-code': (facts) => ({
      subject: 'Birdəfəlik giriş kodunuz',
      paragraphs: [
        `Müraciətinizi izləmək üçün birdəfəlik kod: ${facts.code}`,
        'Kod 10 dəqiqə qüvvədədir və bir dəfə işləyir. Onu heç kimə verməyin. Siz daxil olmaq istəməmisinizsə, bu məktuba əhəmiyyət verməyin: kod olmadan heç kim işinizi görə bilməz.',
      ],
    }),
    'mend-this': (facts) => ({
      subject: 'Ərizənizdə çatışmazlıq aşkar edildi',
      paragraphs: [
        'Ərizəniz hələ qeydiyyata alınmayıb: məlumatların tamlığı yoxlanılarkən aşağıdakı çatışmazlıqlar aşkar edilmişdir.',
        ...facts.items.map((item, i) => `${i + 1}. ${item.label}\n   ${item.reason}\n   Nə etməli: ${item.mend}`),
        'Bu çatışmazlıqları aradan qaldırıb ərizəni yenidən təsdiq edin.',
      ],
    }),
    refused: (facts) => ({
      subject: 'Ərizəniz qəbul edilmədi',
      paragraphs: ['Ərizənizin qeydiyyata alınmasından imtina edilmişdir.', `Səbəb: ${facts.reasonText}`],
      ground: facts.clause,
    }),
    'negative-opinion': (facts) => ({
      subject: `Ərizəniz üzrə imtina: ${facts.caseNumber}`,
      paragraphs: [
        'Elektron imza sertifikatının verilməsindən imtina edilmişdir: müddət ərzində ərizənizə dair mənfi rəy verilmişdir.',
        `Ərizənin nömrəsi: ${facts.caseNumber}\nQərarın vaxtı: ${writeInstant(facts.decidedAt, 'az')}`,
        `Bu imtinadan inzibati qaydada şikayət verə bilərsiniz. Qayda şikayəti ayrıca tənzimləmir və 1.5-ci bəndində digər normativ hüquqi aktlara istinad edir; tətbiq olunan akt: ${facts.complaint}.`,
        REFUNDS,
      ],
    }),
    'approved-by-silence': (facts) => ({
      subject: `Ərizənizə dair mənfi rəy verilmədi: ${facts.caseNumber}`,
      paragraphs: [
        `${silence(facts)} Buna görə sizə avtomatik olaraq “virtual FİN” verilir.`,
        [
          `Ərizənin nömrəsi: ${facts.caseNumber}`,
          `Müddətin sonu: ${writeEnd(facts.endsAt, 'az')}`,
          `Qərarın vaxtı: ${writeInstant(facts.decidedAt, 'az')}`,
        ].join('\n'),
        ['Müddətin günləri:', ...facts.days.map(writeCounted)].join('\n'),
        'Təhlükəsizlik məqsədilə “virtual FİN” bu məktubda göstərilmir. Bundan sonra müraciətiniz sertifikatın növündən asılı olaraq müvafiq Mərkəzə göndərilir.',
      ],
    }),
    withdrawn: (facts) => ({
      subject: `Ərizəniz geri götürüldü: ${facts.caseNumber}`,
      paragraphs: [
        'Ərizəniz izləmə kodu ilə geri götürülmüşdür və onun üzrə icraat bitmişdir. Yeni ərizə verə bilərsiniz.',
        `Ərizənin nömrəsi: ${facts.caseNumber}\nGeri götürülmə vaxtı: ${writeInstant(facts.at, 'az')}`,
        REFUNDS,
        'Ərizəni siz geri götürməmisinizsə, dərhal portalın operatoruna müraciət edin.',
      ],
    }),
    'end-moved': (facts) => ({
      subject:
        facts.agency === undefined
          ? `Ərizəniz üzrə müddətin sonu dəyişdi: ${facts.caseNumber}`
          : `Rəy müddətinin sonu dəyişdi, ərizə ${facts.caseNumber}`,
      paragraphs: [
        facts.agency === undefined
          ? 'İş günlərinin təqvimi dəyişdiyinə görə ərizənizə dair rəy müddəti yenidən hesablanmışdır. Dörd qurumun müddəti müxtəlif vaxtlarda bitirsə, burada dəyişmiş müddətlərin sonuncusu göstərilir.'
          : `${AGENCIES[facts.agency]} üçün: iş günlərinin təqvimi dəyişdiyinə görə bu ərizəyə dair rəy müddətiniz yenidən hesablanmışdır.`,
        [
          `Ərizənin nömrəsi: ${facts.caseNumber}`,
          `Müddətin əvvəlki sonu: ${writeEnd(facts.before, 'az')}`,
          `Müddətin yeni sonu: ${writeEnd(facts.endsAt, 'az')}`,
        ].join('\n'),
        ...(facts.agency === undefined ? [] : [AFTER_THE_TERM]),
      ],
    }),
    'agency-reminder': (facts) => ({
      subject: `Xatırlatma: rəy müddəti bitir, ərizə ${facts.caseNumber}`,
      paragraphs: [
        `${AGENCIES[facts.agency]} üçün xatırlatma: ərizəyə dair rəyiniz hələ daxil olmayıb.`,
        `Ərizənin nömrəsi: ${facts.caseNumber}\nMüddətin sonu: ${writeEnd(facts.endsAt, 'az')}`,
        AFTER_THE_TERM,
      ],
    }),
    'agency-file-in-inbox': (facts) => ({
      subject: `Rəy üçün yeni ərizə: ${facts.caseNumber}`,
      paragraphs: [
        `${AGENCIES[facts.agency]} üçün: ərizə və ona əlavə olunmuş sənədlər “e-qeyri-rezident” altsistemində sizin qovluğunuzdadır: ${facts.inboxUrl}`,
        `Ərizənin nömrəsi: ${facts.caseNumber}\nMənfi rəy üçün müddət: 3 (üç) iş günü`,
        AFTER_THE_TERM,
      ],
    }),
  },
};

function silence(facts: NoticeFacts['approved-by-silence']): string {
  return Temporal.Instant.compare(facts.decidedAt, facts.endsAt) < 0
    ? 'Dörd qurumdan heç biri ərizənizə dair mənfi rəy verməmişdir; müddəti hələ bitməmiş qurumlar mənfi rəyi olmadığını bildirmişdir.'
    : 'Dörd qurumdan heç biri müddət ərzində ərizənizə dair mənfi rəy verməmişdir.';
}

function writeCounted(day: { date: string; counted: boolean; why: string }): string {
  return `- ${writeDay(day.date, 'az')}: ${day.counted ? 'sayılır' : 'sayılmır'} (${day.why})`;
}
