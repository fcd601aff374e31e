import { expect, test } from 'vitest';
import { floodGate } from '../../../src/bot/flood.ts';

function gateAt() {
  let now = 0;
  const judge = floodGate(() => now);
  const gate = (person: string, event: string, sent = now) => judge(person, event, new Date(sent));
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

test('what was sent one by one and waited is no flood, however fast it is caught up with', () => {
  const { gate } = gateAt();
  const verdicts = Array.from({ length: 500 }, (_, at) => gate('a', `e${at}`, at * 30));
  expect(new Set(verdicts)).toEqual(new Set(['answer']));
});
