/** The office at work on whose behalf something runs, for log lines and counts: workers and servers say it, nothing is decided by it. */
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<{ office: string | null }>();

/** @param office null, or '-', as long as nobody knows; what is begun for nobody in particular ends any other's. */
export function inOffice<T>(office: string | null, work: () => T): T {
  return storage.run({ office: office === '-' ? null : office }, work);
}

/** Says whose it turned out to be, for all that follows. */
export function nameOffice(office: string | null): void {
  const store = storage.getStore();
  if (store && office !== null && office !== '-') store.office = office;
}

export function currentOffice(): string | null {
  return storage.getStore()?.office ?? null;
}
