/** A whole office in this process on a MongoDB of its own, with the simulator as LINE, for faults made of what people do. */
import { openOffice, type TestOffice } from '../../helpers/office.ts';
import { startSet } from '../../helpers/mongo-set.ts';
import type { Found } from './fault.ts';

/** Cleans up whatever happens. */
export async function inOffice(run: (office: TestOffice) => Promise<Found>): Promise<Found> {
  const set = await startSet(1);
  try {
    const office = await openOffice(set.uri);
    try {
      return await run(office);
    } finally {
      await office.close();
    }
  } finally {
    await set.stop();
  }
}

/** Of a property: what it threw is what was missed. */
export async function missedBy(property: Promise<void>): Promise<string[]> {
  return property.then(
    () => [],
    (error: Error) => [
      [error, error.cause].map((one) => (one instanceof Error ? one.message : '')).join(' '),
    ],
  );
}
