import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';

/** Whether a text is a telephone number in international form (+ and country code) that its country's plan knows. */
export function isPhoneNumber(typed: string): boolean {
  return typed.trim().startsWith('+') && parsePhoneNumberFromString(typed.trim())?.isValid() === true;
}

/** Whether a text is a mobile number of Azerbaijan, +994 and so on (Annex 1.2.0). */
export function isAzerbaijaniMobile(typed: string): boolean {
  const number = typed.trim().startsWith('+994') ? parsePhoneNumberFromString(typed.trim()) : undefined;
  return number?.isValid() === true && number.getType() === 'MOBILE';
}

/**
 * Whether a text has the shape of an e-mail address; spaces around it do not matter. A domain may stand in letters of any
 * script, or as browsers send it (`почта.рф`, `xn--80a1acny.xn--p1ai`).
 */
export function isEmail(typed: string): boolean {
  const [, local = '', domain = ''] = /^(.+)@([^@]+)$/u.exec(typed.trim()) ?? [];
  // The ending is judged by its letters alone: of an encoded one they are another script's.
  const encoded =
    /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && URL.canParse(`http://${domain}`)
      ? new URL(`http://${domain}`).hostname
      : domain;
  return z.email().safeParse(`${local}@${encoded.replace(/\.xn--[a-z0-9-]+$/, '.xn')}`).success;
}

/** Whether a text is a taxpayer identification number (VÖEN): ten digits. */
export function isVoen(typed: string): boolean {
  return /^\d{10}$/.test(typed.trim());
}

/** Whether a text has the shape of a SWIFT/BIC code (ISO 9362): 8 or 11 characters, letters of the country at 5 and 6. */
export function isBic(typed: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(typed.trim().toUpperCase());
}
