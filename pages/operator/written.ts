/** A case's number as it is written. */
export const CASE_NUMBER = /^[A-Z]{2}-\d{4}-\d{6,12}$/;

/** A document's reference as offices write it. */
export const DOCUMENT = /^[\p{L}\p{N} №./()-]{1,100}$/u;
