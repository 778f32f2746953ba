const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600 };

/** The claim by which a token says that its official was asked who he is so long ago (such as `10 minutes`). */
export function askedAgo(age = '0 seconds'): { auth_time: number } {
  const [count = '0', unit = 'second'] = age.replace(/^-/, '').split(' ');
  return { auth_time: Math.floor(Date.now() / 1000) - Number(count) * (SECONDS[unit.replace(/s$/, '')] ?? 1) };
}
