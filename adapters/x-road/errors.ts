/** An error as X-Road answers it (PR-REST 4.6): the HTTP status, the headers, and the JSON body. */
export type XRoadError = {
  status: number;
  headers: { 'X-Road-Error': string; 'Content-Type': 'application/json; charset=utf-8' };
  body: { type: string; message: string; detail: string };
};

/** Builds an X-Road error; `detail` is an id by which the occurrence is found again, never data of a person. */
export const xRoadError = (status: number, type: string, message: string, detail: string): XRoadError => ({
  status,
  headers: { 'X-Road-Error': type, 'Content-Type': 'application/json; charset=utf-8' },
  body: { type, message, detail },
});
