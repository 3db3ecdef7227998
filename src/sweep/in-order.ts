/** Results that may wait for an earlier one before no more work is begun. */
const WAITING = 64;

/**
 * Works on several items at a time and gives the results in the order of the items.
 * @param lanes how many at a time; each call is told which lane it runs in, and no two run in the same one
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, lane: number) => Promise<Result>,
): AsyncGenerator<Result> {
  const free = Array.from({ length: lanes }, (_, lane) => lanes - 1 - lane);
  const queue: ((lane: number) => void)[] = [];
  const acquire = () => {
    const lane = free.pop();
    return lane === undefined ? new Promise<number>((resolve) => queue.push(resolve)) : Promise.resolve(lane);
  };
  const release = (lane: number) => {
    const next = queue.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  const begin = async (item: Item): Promise<Result> => {
    const lane = await acquire();
    try {
      return await work(item, lane);
    } finally {
      release(lane);
    }
  };
  const begun: Promise<Result>[] = [];
  for (let given = 0; given < items.length; given++) {
    while (begun.length < items.length && begun.length - given < lanes + WAITING) {
      const result = begin(items[begun.length]!);
      // A failure is thrown when its turn comes, not before.
      result.catch(() => undefined);
      begun.push(result);
    }
    yield await begun[given]!;
    delete begun[given];
  }
}
