import type { ReasonCode } from '../reasons.ts';

/** Of each reason in English: what is wrong, and how to mend it. */
export const EN_REASONS: Record<ReasonCode, readonly [reason: string, mend: string]> = {
  missing: ['Nothing is given here.', 'Fill in this field.'],
  'patronymic-not-said': [
    'No patronymic is given, nor that there is none.',
    'Write the patronymic, or state that there is none.',
  ],
  'not-uploaded': ['The document is not attached.', 'Upload the file.'],
  'one-only': ['More than one photograph is attached.', 'Keep exactly one photograph.'],
  'not-this-service': [
    'This application is for the issue of a certificate only.',
    'Choose “1 - issue of a certificate”.',
  ],
  'only-for-asan-imza': [
    'This field is filled in for an ASAN imza certificate only.',
    'Leave it empty, or choose the ASAN imza SIM card as the carrier.',
  ],
  'only-for-business': [
    'This field is filled in for a Business certificate only.',
    'Leave it empty, or choose use in business.',
  ],
  'only-with-right-to-seal': [
    'This field is filled in only by those with the right to use the seal.',
    'Leave it empty, or answer 3.15 with yes.',
  ],
  'only-when-represented': [
    'This belongs to an application made by a representative only.',
    'Remove it, or state that a representative applies.',
  ],
  'only-for-issued-certificate': [
    'This field is filled in only in requests about a certificate already issued.',
    'Leave it empty.',
  ],
  'business-for-legal-persons-only': [
    'A Business certificate is issued only to legal persons operating abroad.',
    'Choose personal use, or state that you apply for a legal person.',
  ],
  'personal-for-natural-persons-only': [
    'A Personal certificate is issued only to natural persons.',
    'Choose use in business, or state that you apply as a natural person.',
  ],
  'legal-person-is-represented': [
    'For a legal person its representative applies.',
    'State that a representative applies, and fill in section 4.',
  ],
  'citizenship-not-azerbaijani': [
    'The application is made as a citizen of Azerbaijan, but names another citizenship.',
    'Correct the citizenship, or change the kind of non-resident.',
  ],
  'citizenship-azerbaijani': [
    'The application is made as a foreigner, but names the citizenship of Azerbaijan.',
    'Apply as a citizen of Azerbaijan permanently living abroad, or correct the citizenship.',
  ],
  'citizenship-of-stateless': [
    'The application is made as a stateless person, but names a citizenship.',
    'Leave the citizenship empty, or change the kind of non-resident.',
  ],
  'stateless-as-foreigner': [
    'The application is made as a foreigner, but states that there is no citizenship.',
    'Apply as a stateless person, or correct the citizenship.',
  ],
  'not-issued-by-azerbaijan': [
    "A citizen's document must be one issued by the Republic of Azerbaijan.",
    'Give your Azerbaijani passport or identity card.',
  ],
  'not-declared': ['This declaration is not confirmed.', 'Read the text and confirm it if you agree.'],
  'mission-not-open': [
    'This mission does not take applications at present.',
    'Choose another diplomatic mission or consulate.',
  ],
  'patronymic-and-none': [
    'A patronymic is given, and it is stated that there is none.',
    'Remove the patronymic, or the statement that there is none.',
  ],
  'not-a-name': [
    'A name is written in Latin (also Azerbaijani) or Cyrillic letters with spaces, hyphens, apostrophes and full stops only.',
    'Write the name as the document has it in Latin or Cyrillic letters.',
  ],
  'in-the-future': ['The date lies in the future.', 'Correct the date.'],
  'birth-not-before-document': [
    "The date of birth is not before the document's validity.",
    'Check the date of birth and the dates of the document.',
  ],
  'validity-reversed': ['The validity ends before it begins.', 'Check the dates of the document.'],
  'document-expired': ['The document has expired.', 'Give a valid document and attach its copy.'],
  'not-a-document-number': [
    'Series and number of a document are made of Latin letters and digits only.',
    'Write them as in the document, in Latin letters.',
  ],
  'mrz-unreadable': [
    'The machine-readable lines cannot be read: their number or length is not right.',
    'Type the lines in full, with every “<”, or leave this field empty.',
  ],
  'mrz-check-digit': [
    'A check digit of the machine-readable lines does not fit.',
    'Compare the lines with the document and correct them, or leave this field empty.',
  ],
  'mrz-number': [
    'The number of the document differs from the machine-readable lines.',
    'Correct the series and number, or the lines.',
  ],
  'mrz-birth-date': [
    'The date of birth differs from the machine-readable lines.',
    'Correct the date of birth, or the lines.',
  ],
  'mrz-expiry': [
    'The last day of validity differs from the machine-readable lines.',
    'Correct the last day, or the lines.',
  ],
  'mrz-name': [
    'Surname or given name differs from the machine-readable lines.',
    'Write surname and given name as in the document, correct the lines, or leave this field empty.',
  ],
  'not-a-phone-number': [
    'This is not a telephone number.',
    'Write it with the country code, beginning with “+”, for example +44 20 7946 0958.',
  ],
  'not-an-azerbaijani-mobile': [
    'This is not an Azerbaijani mobile number.',
    'Write the number of the chosen operator beginning with +994, for example +994 50 123 45 67.',
  ],
  'not-an-email': ['This is not an e-mail address.', 'Write the whole address, for example name@example.com.'],
  'not-a-voen': ['This is not a VÖEN.', 'Write the 10 digits of the VÖEN without spaces.'],
  'not-a-bic': ['This is not a SWIFT/BIC code.', "Write the bank's code of 8 or 11 characters."],
};
