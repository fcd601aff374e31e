/** The bench's arithmetic: what a median, a percentile and a paired ratio are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, orderOf, pairRatios, percentile, spread } from '../../../bench/lib/stats.ts';

const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 });

describe('the median', () => {
  test('is the middle one, or the mean of both', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  test('has as many values above as below, and changes nothing', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const copy = [...values];
        const middle = median(values);
        expect(values).toEqual(copy);
        const half = values.length / 2;
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half);
      }),
    );
  });
});

describe('a percentile', () => {
  test('is the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });

  test('is one of the values, and grows with its part', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
        expect(values).toContain(percentile(values, part));
        expect(percentile(values, part)).toBeLessThanOrEqual(percentile(values, 1));
      }),
    );
  });
});

describe('rounds', () => {
  test('are divided pair by pair, not median by median', () => {
    expect(pairRatios([10, 30, 20], [5, 10, 40])).toEqual([2, 3, 0.5]);
    expect(() => pairRatios([1, 2], [1])).toThrow(RangeError);
  });

  test('turn the order about', () => {
    expect(orderOf(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
    expect(orderOf(['a', 'b', 'c'], 3)).toEqual(['c', 'b', 'a']);
  });

  test('are summed up with their least and most', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, rounds: 3 });
  });
});
