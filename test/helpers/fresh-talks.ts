/** The office of a test file of conversations: before each test nothing is said yet, and Somsri has the work that is given. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { testDatabase } from './database.ts';
import { forgetAll, owns } from './fresh-office.ts';
import { openOffice, SOMSRI, type TestOffice } from './office.ts';

/** @param url of the test file. @param activities codes that Somsri reports on. @returns the office, open while tests run. */
export function officeOfTalks(url: string, activities: string[]): TestOffice {
  const { uri } = testDatabase(url);
  let opened: TestOffice;
  beforeAll(async () => {
    opened = await openOffice(uri);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await forgetAll(opened);
    await owns(opened, SOMSRI, activities);
  });
  return new Proxy({} as TestOffice, { get: (_, name) => Reflect.get(opened, name) as unknown });
}
