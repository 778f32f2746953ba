import type { ReasonCode } from '../reasons.ts';

/** Of each reason in Azerbaijani: what is wrong, and how to mend it. */
export const AZ_REASONS: Record<ReasonCode, readonly [reason: string, mend: string]> = {
  missing: ['Məlumat qeyd edilməyib.', 'Bu sahəni doldurun.'],
  'patronymic-not-said': ['Atasının adı qeyd edilməyib.', 'Atasının adını yazın və ya onun olmadığını qeyd edin.'],
  'not-uploaded': ['Sənəd əlavə edilməyib.', 'Faylı yükləyin.'],
  'one-only': ['Birdən çox fotoşəkil əlavə edilib.', 'Yalnız 1 ədəd fotoşəkil saxlayın.'],
  'not-this-service': [
    'Bu ərizə ilə yalnız sertifikatın verilməsi üçün müraciət edilir.',
    '“1 - sertifikatın verilməsi” sahəsini seçin.',
  ],
  'only-for-asan-imza': [
    'Bu sahə yalnız “ASAN imza” sertifikatı üçün doldurulur.',
    'Sahəni boş saxlayın və ya daşıyıcı kimi “ASAN imza” SİM kartını seçin.',
  ],
  'only-for-business': [
    'Bu sahə yalnız “Biznes” sertifikatı üçün doldurulur.',
    'Sahəni boş saxlayın və ya biznes fəaliyyəti ilə bağlı istifadəni seçin.',
  ],
  'only-with-right-to-seal': [
    'Bu sahə yalnız möhür səlahiyyəti olduqda doldurulur.',
    'Sahəni boş saxlayın və ya 3.15-ci bənddə “Var” seçin.',
  ],
  'only-when-represented': [
    'Bu məlumat yalnız müraciəti nümayəndə etdikdə təqdim edilir.',
    'Məlumatı silin və ya müraciəti nümayəndənin etdiyini qeyd edin.',
  ],
  'only-for-issued-certificate': [
    'Bu sahə yalnız artıq verilmiş sertifikatla bağlı müraciətlərdə doldurulur.',
    'Sahəni boş saxlayın.',
  ],
  'business-for-legal-persons-only': [
    '“Biznes” sertifikatı yalnız xarici ölkədə fəaliyyət göstərən hüquqi şəxslərə verilir.',
    'Şəxsi istifadəni seçin və ya hüquqi şəxs adından müraciət etdiyinizi qeyd edin.',
  ],
  'personal-for-natural-persons-only': [
    '“Şəxsi” sertifikat yalnız fiziki şəxslərə verilir.',
    'Biznes fəaliyyəti ilə bağlı istifadəni seçin və ya fiziki şəxs kimi müraciət etdiyinizi qeyd edin.',
  ],
  'legal-person-is-represented': [
    'Hüquqi şəxs adından onun nümayəndəsi müraciət edir.',
    'Müraciəti nümayəndənin etdiyini qeyd edin və 4-cü bölməni doldurun.',
  ],
  'citizenship-not-azerbaijani': [
    'Azərbaycan Respublikasının vətəndaşı kimi müraciət edilir, lakin başqa vətəndaşlıq göstərilib.',
    'Vətəndaşlığı düzəldin və ya qeyri-rezidentin növünü dəyişin.',
  ],
  'citizenship-azerbaijani': [
    'Əcnəbi kimi müraciət edilir, lakin Azərbaycan Respublikasının vətəndaşlığı göstərilib.',
    'Xarici ölkədə daimi yaşayan Azərbaycan Respublikasının vətəndaşı kimi müraciət edin və ya vətəndaşlığı düzəldin.',
  ],
  'citizenship-of-stateless': [
    'Vətəndaşlığı olmayan şəxs kimi müraciət edilir, lakin vətəndaşlıq göstərilib.',
    'Vətəndaşlıq sahəsini boş saxlayın və ya qeyri-rezidentin növünü dəyişin.',
  ],
  'stateless-as-foreigner': [
    'Əcnəbi kimi müraciət edilir, lakin vətəndaşlığın olmadığı göstərilib.',
    'Vətəndaşlığı olmayan şəxs kimi müraciət edin və ya vətəndaşlığı düzəldin.',
  ],
  'not-issued-by-azerbaijan': [
    'Vətəndaşın sənədi Azərbaycan Respublikası tərəfindən verilmiş olmalıdır.',
    'Azərbaycan Respublikasının pasportunu və ya şəxsiyyət vəsiqəsini göstərin.',
  ],
  'not-declared': ['Bu bəyanat təsdiq edilməyib.', 'Mətni oxuyun və razısınızsa, təsdiq edin.'],
  'mission-not-open': [
    'Bu nümayəndəlik hazırda müraciət qəbul etmir.',
    'Başqa diplomatik nümayəndəlik və ya konsulluq seçin.',
  ],
  'patronymic-and-none': [
    'Ata adı yazılıb, eyni zamanda onun olmadığı qeyd edilib.',
    'Ata adını silin və ya “yoxdur” qeydini götürün.',
  ],
  'not-a-name': [
    'Ad yalnız latın (o cümlədən Azərbaycan) və ya kiril hərfləri ilə, boşluq, defis, apostrof və nöqtə ilə yazıla bilər.',
    'Adı sənəddə latın və ya kiril hərfləri ilə olduğu kimi yazın.',
  ],
  'in-the-future': ['Tarix gələcəkdədir.', 'Tarixi düzəldin.'],
  'birth-not-before-document': [
    'Doğum tarixi sənədin etibarlılıq müddətindən əvvəl deyil.',
    'Doğum tarixini və sənədin tarixlərini yoxlayın.',
  ],
  'validity-reversed': ['Etibarlılıq müddətinin sonu başlanğıcından əvvəldir.', 'Sənədin tarixlərini yoxlayın.'],
  'document-expired': ['Sənədin etibarlılıq müddəti bitib.', 'Etibarlı sənəd göstərin və onun surətini əlavə edin.'],
  'not-a-document-number': [
    'Sənədin seriya və nömrəsi yalnız latın hərflərindən və rəqəmlərdən ibarət ola bilər.',
    'Sənəddə olduğu kimi, latın hərfləri ilə yazın.',
  ],
  'mrz-unreadable': [
    'Maşınla oxunan sətirlər oxunmur: sətirlərin sayı və ya uzunluğu düzgün deyil.',
    'Sətirləri “<” işarələri ilə birlikdə tam yazın və ya bu sahəni boş saxlayın.',
  ],
  'mrz-check-digit': [
    'Maşınla oxunan sətirlərin yoxlama rəqəmi düz gəlmir.',
    'Sətirləri sənədlə müqayisə edib düzəldin və ya bu sahəni boş saxlayın.',
  ],
  'mrz-number': [
    'Sənədin nömrəsi maşınla oxunan sətirlərdəki nömrədən fərqlidir.',
    'Sənədin seriya və nömrəsini və ya sətirləri düzəldin.',
  ],
  'mrz-birth-date': [
    'Doğum tarixi maşınla oxunan sətirlərdəki tarixdən fərqlidir.',
    'Doğum tarixini və ya sətirləri düzəldin.',
  ],
  'mrz-expiry': [
    'Etibarlılıq müddətinin sonu maşınla oxunan sətirlərdəki tarixdən fərqlidir.',
    'Müddətin sonunu və ya sətirləri düzəldin.',
  ],
  'mrz-name': [
    'Soyadı və ya adı maşınla oxunan sətirlərdəkindən fərqlidir.',
    'Soyadı və adı sənəddəki kimi yazın, sətirləri düzəldin və ya bu sahəni boş saxlayın.',
  ],
  'not-a-phone-number': [
    'Telefon nömrəsi düzgün deyil.',
    'Nömrəni ölkə kodu ilə, “+” işarəsindən başlayaraq yazın, məsələn: +44 20 7946 0958.',
  ],
  'not-an-azerbaijani-mobile': [
    'Bu, Azərbaycanın mobil telefon nömrəsi deyil.',
    'Seçdiyiniz operatorun nömrəsini +994 ilə başlayaraq yazın, məsələn: +994 50 123 45 67.',
  ],
  'not-an-email': ['Elektron poçt ünvanı düzgün deyil.', 'Ünvanı tam yazın, məsələn: ad@example.com.'],
  'not-a-voen': ['VÖEN düzgün deyil.', 'VÖEN-in 10 rəqəmini boşluqsuz yazın.'],
  'not-a-bic': ['SWIFT/BIC kodu düzgün deyil.', 'Bankın 8 və ya 11 simvoldan ibarət kodunu yazın.'],
};
