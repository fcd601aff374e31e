// Stands in for the process that looks at pictures: does what it is told.
process.on('message', ({ bytes }) => {
  const what = Buffer.from(bytes).toString();
  if (what === 'die') process.exit(1);
  if (what === 'answer') process.send({ ok: false, reason: 'too-many-pixels' });
});
process.send('ready');
