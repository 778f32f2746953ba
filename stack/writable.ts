import { StartRefused } from './startRefused.ts';

/** Does work on a folder's files; throws StartRefused with one sentence where the folder cannot be written or is full. */
export async function writable<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StartRefused(`The disk of ${home} is full: make room.`, { cause: fault });
    }
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(code)) {
      throw new StartRefused(`${home} cannot be written as a folder (${code}): choose another folder (MOHLET_HOME).`, {
        cause: fault,
      });
    }
    throw fault;
  }
}
