import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';
import { COUNTRIES } from '../../law/signature-issuance/countries.ts';

/** Who asks whether he may apply, and where he permanently lives (a legal person: where it operates). */
export const whoAsks = z.strictObject({
  kind: applicationSchema.shape.applicantKind.unwrap(),
  country: z.enum(COUNTRIES),
});
