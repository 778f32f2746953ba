/** Says what happened in a case, and on which page (without its language) whoever did it would do it, or see it. */
export type Tell = (sentence: string, page?: string) => void;
