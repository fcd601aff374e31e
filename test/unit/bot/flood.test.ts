import { expect, test } from 'vitest';
import { floodGate } from '../../../src/bot/flood.ts';

function gateAt() {
  let now = 0;
  const gate = floodGate(() => now);
  return { gate, pass: (milliseconds: number) => (now += milliseconds) };
}

test('a hundred events at once are answered, the next is told, the rest dropped', () => {
  const { gate } = gateAt();
  const verdicts = Array.from({ length: 300 }, (_, at) => gate('a', `e${at}`));
  expect(verdicts.filter((one) => one === 'answer')).toHaveLength(100);
  expect(verdicts[100]).toBe('tell');
  expect(verdicts.slice(101).every((one) => one === 'drop')).toBe(true);
});

test('it is over after two seconds, and others never notice', () => {
  const { gate, pass } = gateAt();
  for (let at = 0; at < 200; at++) gate('a', `e${at}`);
  expect(gate('b', 'x')).toBe('answer');
  pass(2000);
  expect(gate('a', 'later')).toBe('answer');
});

test('an event that is decided anew after a conflict counts once and is judged alike', () => {
  const { gate } = gateAt();
  for (let at = 0; at < 250; at++) expect(gate('a', 'same')).toBe('answer');
  for (let at = 0; at < 150; at++) gate('a', `e${at}`);
  expect(gate('a', 'same')).toBe('answer');
  expect(gate('a', 'e149')).toBe('drop');
});
