/** A SHA-256 fingerprint as bare lower-case hex, from any usual way of writing it. */
export const plainFingerprint = (written: string): string => written.replaceAll(':', '').toLowerCase();
