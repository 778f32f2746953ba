/** Does something for every item, at most `count` at a time: each of the lanes takes the next item when it has done its last. */
export async function lanes<I, O>(count: number, items: readonly I[], act: (item: I) => Promise<O>): Promise<O[]> {
  const done: O[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) done[at] = await act(items[at] as I);
  };
  await Promise.all(Array.from({ length: Math.min(count, items.length) }, lane));
  return done;
}
