/** A part that the tests start: `stubborn` ignores SIGTERM, `orderly` ends on it with code 7, `failing` ends by itself. */
const how = process.argv[2];
if (how === 'failing') process.exit(3);
process.on('SIGTERM', () => {
  if (how === 'stubborn') return;
  process.stdout.write('ended in order\n');
  process.exit(7);
});
process.stdout.write('up\n');
setInterval(() => undefined, 1_000);
