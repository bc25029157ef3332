// A reader that does to itself what a file may do to one, by the file's name.
const held = [];
process.on('disconnect', () => process.exit());
process.on('message', ({ name }) => {
  if (name === 'endless') for (;;);
  if (name === 'full') for (;;) held.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  if (name === 'gone') process.exit(3);
  process.send({ says: 'answer', result: { ok: true, value: `${process.pid} ${name}` } });
});
process.send({ says: 'ready' });
