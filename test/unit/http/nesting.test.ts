/** Whether JSON is nested too deep is found without reading it, brackets in texts aside. */
import { expect, test } from 'vitest';
import { nestsDeeperThan } from '../../../src/http/nesting.ts';

test.each<[string, boolean]>([
  [`${'['.repeat(11)}${']'.repeat(11)}`, true],
  [`${'['.repeat(11)}`, true],
  [`${'{"a":'.repeat(6)}${'['.repeat(5)}1`, true],
  [`${'['.repeat(10)}${']'.repeat(10)}`, false],
  [`[${'[],'.repeat(50)}[]]`, false],
  [JSON.stringify({ text: '['.repeat(50), quoted: `"\\${'{'.repeat(50)}` }), false],
  [`["\\"${'['.repeat(50)}"]`, false],
  ['', false],
])('%j', (json, deeper) => {
  expect(nestsDeeperThan(10, Buffer.from(json))).toBe(deeper);
});
