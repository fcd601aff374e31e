/** What stands below a person's name on the simulator's page: it follows who they become. */
import { expect, test } from 'vitest';
import { aboutPerson, demoPeople } from '../../../src/demo.ts';
import { menuPrefix } from '../../../src/line/rich-menu.ts';

const [somsri, , wipha] = demoPeople as [(typeof demoPeople)[number], unknown, (typeof demoPeople)[number]];

test.each([
  ['a stranger', wipha.userId, wipha.about, null, wipha.about],
  ['a stranger with the strangers’ menu', wipha.userId, wipha.about, 'stranger', wipha.about],
  ['who has joined', wipha.userId, wipha.about, 'officer', 'ผู้รับผิดชอบกิจกรรม'],
  ['somebody new who has joined', 'U-new', '', 'admin', 'ผู้ดูแลระบบ'],
  ['who was there from the beginning', somsri.userId, somsri.about, 'officer', somsri.about],
])('%s', (_who, userId, role, menu, says) => {
  const name = menu && `${menuPrefix('th', menu)}470f`;
  expect(aboutPerson({ userId, role }, name)).toBe(says);
});
