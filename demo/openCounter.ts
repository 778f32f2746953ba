import type { Registered } from './portal.ts';
import type { Stage } from './stage.ts';

/** One deficiency as the API words it for the applicant. */
export type Deficiency = { field: string; label: string; reason: string; mend: string };

/** What became of a form that was filed. */
export type FilingAnswer =
  | { kind: 'registered'; status: number; registered: Registered }
  | { kind: 'sent-back'; status: number; clause: string; items: Deficiency[] };

/** Where one applicant files forms: the documents are uploaded once and stay good for a mended form. */
export function openCounter({ portal, files }: Pick<Stage, 'portal' | 'files'>) {
  let uploads: string[] | null = null;

  const upload = async (withPowerOfAttorney: boolean): Promise<string[]> => {
    const documents: [string, string][] = [
      ['identity-document', files.identityDocument],
      ['photograph', files.photograph],
      ...(withPowerOfAttorney ? [['power-of-attorney', files.powerOfAttorney] as [string, string]] : []),
    ];
    const ids: string[] = [];
    for (const [kind, path] of documents) {
      const { status, body } = await portal.upload(kind, path);
      if (status !== 201) throw new Error(`the ${kind} was not taken (status ${status})`);
      ids.push(body.id);
    }
    return ids;
  };

  return {
    async file(application: unknown, withPowerOfAttorney: boolean): Promise<FilingAnswer> {
      uploads ??= await upload(withPowerOfAttorney);
      const { status, body } = await portal.call<Registered & { clause?: string; items?: Deficiency[] }>(
        'POST',
        '/api/v1/applications',
        { json: { application, uploads } },
      );
      if (status === 201) return { kind: 'registered', status, registered: body };
      return { kind: 'sent-back', status, clause: body.clause ?? '', items: body.items ?? [] };
    },
  };
}
