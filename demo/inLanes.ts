/** Does one thing for each of many, in so many lanes at once; says after each third, and at the end, how many are done. */
export async function inLanes<T>(
  many: readonly T[],
  lanes: number,
  act: (one: T) => Promise<void>,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  const waiting = many.values();
  const part = Math.ceil(many.length / 3);
  let done = 0;
  const lane = async () => {
    for (const one of waiting) {
      await act(one);
      done += 1;
      if (done % part === 0 || done === many.length) progress(done);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
