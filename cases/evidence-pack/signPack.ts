import type { Signer } from '../../adapters/ports.ts';
import { listed, MANIFEST, manifestText, type Member, PACK_TYP, SIGNED_MANIFEST } from '../../proof/evidencePack.ts';
import type { PackContents } from './readPack.ts';

/** Lists and signs the members of a pack; returns all of them in order, the manifest and the signed one last. */
export async function signPack({ about, members }: PackContents, signer: Signer): Promise<Member[]> {
  const text = Buffer.from(manifestText({ ...about, files: members.map(listed) }), 'utf8');
  const jws = await signer.sign(text, PACK_TYP);
  return [...members, { name: MANIFEST, bytes: text }, { name: SIGNED_MANIFEST, bytes: Buffer.from(jws, 'utf8') }];
}
