/** The menus themselves: what LINE limits, places that tile the picture, words the bot understands. */
import fc from 'fast-check';
import { POLICY } from '../../../src/domain/policy.ts';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/bot/commands/index.ts';
import { plain } from '../../../src/bot/commands/command.ts';
import { REGISTER } from '../../../src/text/typed.ts';
import { menuFault, menuRequest } from '../../../src/line/rich-menu.ts';
import { drawMenus, MENU_ROLES, placesOf } from '../../../src/reports/rich-menu-picture.ts';
import { texts } from '../../../src/text/index.ts';

const LANGUAGES = ['th', 'en'] as const;
/** Drawing takes a second or more: once is enough for most tests. */
const drawn = { th: await drawMenus('th'), en: await drawMenus('en') };

describe('a drawn menu', () => {
  it.each(LANGUAGES)('fits what LINE takes, in %s', (language) => {
    for (const menu of drawn[language]) {
      expect(menuFault(menu)).toBeNull();
      const size = { width: menu.png.readUInt32BE(16), height: menu.png.readUInt32BE(20) };
      expect(size).toEqual(menu.size);
    }
  });

  it('is drawn the same each time, and named by its content', async () => {
    const [first, second] = [drawn.th, await drawMenus('th')];
    const names = first.map((menu) => menuRequest(menu).name);
    expect(second.map((menu) => menuRequest(menu).name)).toEqual(names);
    expect(new Set(names).size).toBe(MENU_ROLES.length);
    const changes = [
      { ...first[1]!, png: first[2]!.png },
      { ...first[1]!, chatBarText: 'อื่น' },
      { ...first[1]!, areas: first[1]!.areas.toReversed() },
    ];
    for (const changed of changes) expect(menuRequest(changed).name).not.toBe(names[1]);
  });

  it('would be refused with a picture or a label that is too large', () => {
    const [menu] = drawn.th;
    expect(menuFault({ ...menu!, png: Buffer.alloc(1_000_001) })).toContain('bytes');
    const [area] = menu!.areas;
    expect(menuFault({ ...menu!, areas: [{ ...area!, label: 'ก'.repeat(21) }] })).toContain('label');
  });

  it.each(LANGUAGES)('says nothing the bot does not understand, in %s', (language) => {
    const { menus } = texts(language).admin.richMenu;
    const words = new Map(commands.flatMap((command) => command.words.map((word) => [word, command])));
    for (const role of MENU_ROLES) {
      for (const { says } of menus[role]) {
        if (role === 'stranger') {
          expect(REGISTER.test(says) || words.has(says)).toBe(true);
          continue;
        }
        const typed = plain(says);
        const command = words.get(typed) ?? [...words].find(([word]) => typed.startsWith(`${word} `))?.[1];
        expect(POLICY[command!.name]![role], `${role}: ${says}`).not.toBe('none');
      }
    }
  });
});

describe('places of tiles', () => {
  it('cover the picture without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (tiles) => {
        const places = placesOf(tiles);
        const rows = Map.groupBy(places, ({ y }) => y);
        expect(places).toHaveLength(tiles);
        for (const row of rows.values()) {
          let x = 0;
          for (const place of row) {
            expect(place.x).toBe(x);
            x += place.width;
          }
          const full = row.length === rows.get(0)!.length;
          if (full) expect(x).toBe(2500);
        }
      }),
    );
  });
});
