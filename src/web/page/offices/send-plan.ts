/** Sends a plan's file in parts, and then asks something of it; the operators' views of plans call it. */
import { change } from '../api.ts';
import { newUuid, partsOf, sendParts } from '../parts.ts';

/** @throws Refused */
export async function sendPlan<T>(path: string, file: File): Promise<T> {
  const id = newUuid();
  const nothing = (): void => undefined;
  await sendParts(file, 0, `/web/offices/plans/parts/${id}`, nothing, () => true);
  return change<T>(path, { file: { id, parts: partsOf(file) }, name: file.name });
}
