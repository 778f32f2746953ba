import type { ClauseId } from '../../../../law/clauses.ts';
import type { Fault, IssuanceWords, NoticeFacts } from '../facts.ts';
import { writeDay, writeEnd, writeInstant, writeThere } from '../writeInstant.ts';

const TASKS: Partial<Record<ClauseId, string>> = {
  'R1598/2.11': 'qeyri-rezidentin diplomatik nümayəndəliyə dəvət edilməsi',
  'R1598/2.16': 'imzalanmış müqavilələrin ikinci nüsxələrinin Xarici İşlər Nazirliyinə təhvil verilməsi',
  'R1598/2.17': 'müqavilələrin aidiyyəti üzrə təqdim edilməsi',
  'R1598/2.18': 'müqavilələrin aidiyyəti üzrə göndərilməsi',
  'R1598/5.4': 'sertifikatın reyestrdə qeydiyyata alınması',
};

const REFUNDS = 'Sertifikat xidmətləri üçün edilmiş ödənişlər heç bir halda geri qaytarılmır (Qaydanın 2.20-ci bəndi).';

const CANCELLED: Record<NoticeFacts['appointment-cancelled']['by'], string> = {
  applicant: 'Diplomatik nümayəndəlikdə görüşünüzü ləğv etdiniz.',
  mission: 'Diplomatik nümayəndəlik həmin vaxt sizi qəbul edə bilmir və görüşünüzü ləğv etdi.',
  'case-ended': 'Ərizəniz üzrə iş bitdiyinə görə diplomatik nümayəndəlikdə görüşünüz ləğv edildi.',
};

/** The later notices in Azerbaijani, with the decree's own terms (R1598). */
export const issuanceAz: IssuanceWords = {
  'centre-deficiency': (facts) => ({
    subject: `Təqdim olunmuş sənədlərdə çatışmazlıq aşkar edildi: ${facts.caseNumber}`,
    paragraphs: [
      'Mərkəz təqdim etdiyiniz sənədlərdə aşağıdakı çatışmazlıqları aşkar etmişdir.',
      numbered(facts.items),
      `Ərizənin nömrəsi: ${facts.caseNumber}\nAşkar edilmə vaxtı: ${writeInstant(facts.at, 'az')}`,
      `Çatışmazlıqları izləmə kodu ilə aradan qaldırın: ${facts.mendUrl}\nQayda bunun üçün müddət müəyyən etmir; ərizəniz sizi gözləyir.`,
    ],
  }),
  'issuance-decided': (facts) => ({
    subject: `Sertifikatın verilməsi barədə qərar qəbul edildi: ${facts.caseNumber}`,
    paragraphs: [
      'Mərkəz elektron imza sertifikatının verilməsi barədə qərar qəbul etmişdir. Qərar və müqavilə diplomatik nümayəndəliyə göndərilmişdir.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nQərarın vaxtı: ${writeInstant(facts.decidedAt, 'az')}\nDiplomatik nümayəndəlik və ya konsulluq: ${facts.mission}`,
      'Diplomatik nümayəndəlik sizi 1 (bir) iş günü müddətində dəvət edəcək.',
    ],
  }),
  'centre-refusal': (facts) => ({
    subject: `Mərkəzin imtinası: ${facts.caseNumber}`,
    paragraphs: [
      'Mərkəz elektron imza sertifikatının verilməsindən imtina etmişdir.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nQərarın vaxtı: ${writeInstant(facts.decidedAt, 'az')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'mission-decision-arrived': (facts) => ({
    subject: `Sertifikatın verilməsi barədə qərar daxil oldu: ${facts.caseNumber}`,
    paragraphs: [
      `${facts.mission} üçün: sertifikatın verilməsi barədə qərar və müqavilə portalda sizdədir. Qeyri-rezident müddət bitənədək dəvət edilməlidir.`,
      `Ərizənin nömrəsi: ${facts.caseNumber}\nDəvət müddətinin sonu: ${writeEnd(facts.endsAt, 'az')}`,
    ],
  }),
  invited: (facts) => ({
    subject: `Diplomatik nümayəndəliyə dəvət: ${facts.caseNumber}`,
    paragraphs: [
      `Siz diplomatik nümayəndəliyə dəvət olunursunuz: ${facts.mission}.`,
      `Ərizənin nömrəsi: ${facts.caseNumber}\nGəlmək mümkün olan ilk gün: ${writeDay(facts.fromDay, 'az')}`,
      `Vaxtı izləmə kodu ilə özünüz seçirsiniz; onu dəyişə və ya ləğv edə bilərsiniz: ${facts.bookUrl}`,
      'Portal vasitəsilə təqdim olunmuş sənədlərin əslini və 3,5x4,5 sm ölçüdə 1 ədəd rəngli fotoşəkli gətirin. Sənədlərin əsli yoxlanıldıqdan sonra sizə qaytarılır.',
    ],
  }),
  'invitation-overdue': (facts) => ({
    subject: `Dəvət müddəti ötdü: ${facts.caseNumber}`,
    paragraphs: [
      'Diplomatik nümayəndəlik sizi müəyyən edilmiş müddətdə dəvət etməmişdir. Müddətin ötməsi diplomatik nümayəndəliyə və Xarici İşlər Nazirliyinə görünür; ərizəniz qüvvədədir.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nDiplomatik nümayəndəlik və ya konsulluq: ${facts.mission}\nMüddətin sonu: ${writeEnd(facts.endsAt, 'az')}`,
    ],
  }),
  'appointment-booked': (facts) => ({
    subject: facts.moved ? `Görüşün vaxtı dəyişdi: ${facts.caseNumber}` : `Görüş təyin olundu: ${facts.caseNumber}`,
    paragraphs: [
      facts.moved
        ? 'Diplomatik nümayəndəlikdə görüşünüz başqa vaxta keçirildi.'
        : 'Diplomatik nümayəndəlikdə görüşünüz təyin olundu.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nYer: ${facts.mission}\nVaxt: ${writeThere(facts.startsAt, facts.zone, 'az')}\nDavam edir: ${facts.minutes} dəqiqə`,
      'Portal vasitəsilə təqdim olunmuş sənədlərin əslini və 3,5x4,5 sm ölçüdə 1 ədəd rəngli fotoşəkli gətirin.',
    ],
  }),
  'appointment-cancelled': (facts) => ({
    subject: `Görüş ləğv edildi: ${facts.caseNumber}`,
    paragraphs: [
      CANCELLED[facts.by],
      `Ərizənin nömrəsi: ${facts.caseNumber}\nYer: ${facts.mission}\nLəğv edilmiş vaxt: ${writeThere(facts.startsAt, facts.zone, 'az')}`,
      ...(facts.by === 'case-ended' ? [] : [`Başqa vaxt seçə bilərsiniz: ${facts.bookUrl}`]),
    ],
  }),
  'no-show': (facts) => ({
    subject: `Görüşə gəlmədiniz: ${facts.caseNumber}`,
    paragraphs: [
      'Təyin olunmuş vaxtda diplomatik nümayəndəliyə gəlmədiyiniz qeyd olunmuşdur. Ərizəniz qüvvədədir.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nYer: ${facts.mission}\nVaxt: ${writeThere(facts.startsAt, facts.zone, 'az')}`,
      `Başqa vaxt seçə bilərsiniz: ${facts.bookUrl}`,
    ],
  }),
  mismatch: (facts) => ({
    subject: `Uyğunsuzluğa görə imtina: ${facts.caseNumber}`,
    paragraphs: [
      'Portalda təqdim olunmuş məlumatlarla diplomatik nümayəndəlikdə təqdim etdikləriniz arasında uyğunsuzluq aşkar edildiyinə görə sertifikatın verilməsindən imtina edilmişdir.',
      numbered(facts.items),
      `Ərizənin nömrəsi: ${facts.caseNumber}\nQərarın vaxtı: ${writeInstant(facts.decidedAt, 'az')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  issued: (facts) => ({
    subject: `Sertifikat sizə verildi: ${facts.caseNumber}`,
    paragraphs: [
      'Elektron imza sertifikatı, onun daşıyıcısı və imzalanmış müqavilələrin bir nüsxəsi sizə verilmişdir.',
      `Ərizənin nömrəsi: ${facts.caseNumber}\nVerilmə vaxtı: ${writeInstant(facts.at, 'az')}\nSertifikatın qüvvədəolma müddətinin sonu: ${writeInstant(facts.validUntil, 'az')}`,
      'Sertifikatın qüvvədəolma müddəti 3 (üç) ildir (Qaydanın 2.19-cu bəndi).',
    ],
  }),
  lapsed: (facts) => ({
    subject: `Ərizəniz üzrə icraata xitam verildi: ${facts.caseNumber}`,
    paragraphs: [
      `Ərizəniz üzrə icraata xitam verilmişdir. Əsas: ${facts.act}.`,
      `Ərizənin nömrəsi: ${facts.caseNumber}\nVaxt: ${writeInstant(facts.at, 'az')}`,
      complaintTo(facts.complaint),
      REFUNDS,
    ],
  }),
  'term-reminder': (facts) => ({
    subject: `Xatırlatma: müddət bitir, ${facts.caseNumber}`,
    paragraphs: [
      `${facts.holder} üçün xatırlatma: ${TASKS[facts.clause] ?? facts.clause}.`,
      `Nömrə: ${facts.caseNumber}\nMüddətin sonu: ${writeEnd(facts.endsAt, 'az')}`,
    ],
    ground: facts.clause,
  }),
  'term-overdue': (facts) => ({
    subject: `Müddət ötdü: ${facts.caseNumber}`,
    paragraphs: [
      `${facts.holder} üçün: müddət ötmüşdür, öhdəlik qüvvədə qalır: ${TASKS[facts.clause] ?? facts.clause}.`,
      `Nömrə: ${facts.caseNumber}\nMüddətin sonu: ${writeEnd(facts.endsAt, 'az')}`,
    ],
    ground: facts.clause,
  }),
};

function complaintTo(act: string): string {
  return `Bu qərardan inzibati qaydada şikayət verə bilərsiniz. Qayda şikayəti ayrıca tənzimləmir və 1.5-ci bəndində digər normativ hüquqi aktlara istinad edir; tətbiq olunan akt: ${act}.`;
}

function numbered(items: readonly Fault[]): string {
  return items.map(({ label, reason }, i) => `${i + 1}. ${label}: ${reason}`).join('\n');
}
