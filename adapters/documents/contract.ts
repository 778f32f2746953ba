import type { Centre } from '../../law/signature-issuance/parties.ts';
import type { ContractFacts, Contracts } from '../ports.ts';
import { asPrinted, inBaku } from './inBaku.ts';
import { drawDocument } from './page.ts';

const CENTRES: Record<Centre, { az: string; en: string; certificate: string }> = {
  'e-imza': {
    az: 'Nəqliyyat, Rabitə və Yüksək Texnologiyalar Nazirliyində qeydiyyatdan keçmiş və akkreditə edilmiş sertifikat xidmətləri mərkəzi (“E-imza”)',
    en: 'Certification services centre registered and accredited with the Ministry of Transport, Communications and High Technologies ("E-imza")',
    certificate: '“E-imza”',
  },
  asan: {
    az: 'Vergilər Nazirliyinin Asan Sertifikat Xidmətləri Mərkəzi (“ASAN imza”)',
    en: 'Asan Certification Services Centre of the Ministry of Taxes ("ASAN imza")',
    certificate: '“ASAN imza”',
  },
};
const USES = {
  personal: { az: 'Şəxsi', en: 'Personal' },
  business: { az: 'Biznes', en: 'Business' },
} as const;
const TITLE = {
  az: 'Elektron imza sertifikatının verilməsinə dair müqavilə',
  en: 'Contract on the issue of an electronic signature certificate',
};

/** The drawing of contracts between a Centre and a non-resident (R1598/2.9), in Azerbaijani and English, as PDF. */
export function contracts(): Contracts {
  return { draw };
}

function draw(facts: ContractFacts): Promise<Uint8Array> {
  const { nature, registeredAt, caseNumber, holder, legalPerson } = facts;
  const centre = CENTRES[facts.centre];
  const use = USES[facts.use];
  return drawDocument({ nature, title: TITLE, at: registeredAt }, (pen) => {
    pen.line({ az: 'İş', en: 'Case' }, caseNumber);
    pen.line({ az: 'Ərizə qeydiyyata alınıb', en: 'Application registered' }, inBaku(registeredAt));

    pen.heading({ az: 'Tərəflər', en: 'Parties' });
    pen.paragraph(centre, 'R1598/2.9');
    pen.line({ az: 'Qeyri-rezident', en: 'Non-resident' }, holder.name);
    pen.line({ az: 'Doğum tarixi', en: 'Date of birth' }, asPrinted(holder.birthDate));
    pen.line({ az: 'Şəxsiyyəti təsdiq edən sənəd', en: 'Identity document' }, holder.document);
    pen.line({ az: 'Virtual FİN', en: 'Virtual FIN' }, facts.virtualFin);
    if (legalPerson !== undefined)
      pen.line({ az: 'Hüquqi şəxs', en: 'Legal person' }, `${legalPerson.name}, ${legalPerson.registration}`);

    pen.heading({ az: 'Sertifikat', en: 'Certificate' });
    pen.line({ az: 'Növü', en: 'Kind' }, centre.certificate);
    pen.line({ az: 'Təyinatı', en: 'Use' }, `${use.az} / ${use.en}`);
    pen.paragraph(
      {
        az: 'Sertifikatın qüvvədəolma müddəti verildiyi andan 3 (üç) ildir.',
        en: 'The certificate is valid for 3 (three) years from its issue.',
      },
      'R1598/2.19',
    );
    pen.paragraph(
      {
        az: 'Sertifikat xidmətləri üçün edilmiş ödənişlər heç bir halda geri qaytarılmır.',
        en: 'Fees that were paid are never refunded.',
      },
      'R1598/2.20',
    );

    pen.heading({ az: 'Müqavilə', en: 'Contract' });
    pen.paragraph(
      {
        az: 'Müqavilə Mərkəz tərəfindən təsdiqlənir və təsdiqlənməsi üçün diplomatik nümayəndəliyə göndərilir.',
        en: 'The Centre approves the contract, which is sent to the diplomatic mission for the non-resident to confirm.',
      },
      'R1598/2.9',
    );
    pen.paragraph(
      {
        az: 'Müqavilə qeyri-rezidentin şəxsiyyəti təsdiq edildikdən sonra diplomatik nümayəndəlikdə imzalanır.',
        en: 'It is signed at the mission after the non-resident’s identity has been confirmed.',
      },
      'R1598/2.14',
    );
    pen.paragraph(
      {
        az: 'Müqavilə iki nüsxədə tərtib olunur: biri qeyri-rezidentə verilir, ikincisi Mərkəzə təqdim edilir.',
        en: 'It is made in two copies: one is given to the non-resident, the second goes to the Centre.',
      },
      'R1598/2.15-2.18',
    );
    pen.signatures([
      { az: 'Qeyri-rezident', en: 'Non-resident' },
      { az: 'Diplomatik nümayəndəlik', en: 'Diplomatic mission' },
    ]);
  });
}
