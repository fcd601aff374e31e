/** The fake API's endpoints that make, picture and list rich menus; part of the API's table. */
import { checkRichMenu, LIMITS } from '../line/limits.ts';
import { fault, answerNotFound, ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiCall, ApiRoute } from './api-router.ts';
import { dropMenu, findMenu } from './rich-menus.ts';
import type { StoredRichMenu } from './rich-menus.ts';

type Request = Omit<StoredRichMenu, 'richMenuId' | 'hasImage'>;

/** @returns the menu as LINE lists it. */
function listed({ hasImage: _hasImage, ...menu }: StoredRichMenu): Omit<StoredRichMenu, 'hasImage'> {
  return menu;
}

/** The library is loaded with the first upload: most runs have none. @returns null for what is neither PNG nor JPEG. */
async function pictureSize(
  bytes: Buffer,
): Promise<{ contentType: string; width: number; height: number } | null> {
  const { default: sharp } = await import('sharp');
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (found?.format !== 'png' && found?.format !== 'jpeg') return null;
  return { contentType: `image/${found.format}`, width: found.width, height: found.height };
}

export function richMenuRoutes({ world, media }: ApiParts): ApiRoute[] {
  const { richMenus: menus } = world.data;

  function withMenu(
    call: ApiCall,
    use: (menu: StoredRichMenu) => ApiAnswer | Promise<ApiAnswer>,
  ): ApiAnswer | Promise<ApiAnswer> {
    const menu = findMenu(menus, call.params['richMenuId'] ?? '');
    return menu ? use(menu) : fault(404, 'richmenu not found');
  }

  function check(call: ApiCall): ApiAnswer | null {
    const problems = checkRichMenu(call.body);
    return problems.length > 0
      ? fault(400, `The request body has ${problems.length} error(s)`, problems)
      : null;
  }

  async function upload(menu: StoredRichMenu, call: ApiCall): Promise<ApiAnswer> {
    if (menu.hasImage) return fault(400, 'An image has already been uploaded to the richmenu');
    const { raw } = call;
    const size = await pictureSize(raw);
    if (!size || size.contentType !== call.headers['content-type'])
      return fault(415, 'Unsupported image type');
    if (raw.length > LIMITS.richMenu.imageBytes) return fault(413, 'Request Entity Too Large');
    if (size.width !== menu.size.width || size.height !== menu.size.height) {
      return fault(400, 'The image size does not match the richmenu size');
    }
    media.put(menu.richMenuId, { bytes: raw, contentType: size.contentType });
    menu.hasImage = true;
    world.touch();
    return ok();
  }

  return [
    {
      method: 'POST',
      path: '/v2/bot/richmenu',
      handle(call) {
        const refused = check(call);
        if (refused) return refused;
        if (menus.menus.length >= LIMITS.richMenu.menus) return fault(400, 'Too many rich menus');
        const richMenuId = `richmenu-${world.ids.token()}`;
        menus.menus.push({ ...(call.body as Request), richMenuId, hasImage: false });
        world.touch();
        return ok({ richMenuId });
      },
    },
    { method: 'POST', path: '/v2/bot/richmenu/validate', handle: (call) => check(call) ?? ok() },
    {
      method: 'GET',
      path: '/v2/bot/richmenu/list',
      handle: () => ok({ richmenus: menus.menus.map(listed) }),
    },
    {
      method: 'POST',
      path: '/v2/bot/richmenu/:richMenuId/content',
      takes: 'bytes',
      handle: (call) => withMenu(call, (menu) => upload(menu, call)),
    },
    {
      method: 'GET',
      path: '/v2/bot/richmenu/:richMenuId/content',
      handle: (call) =>
        withMenu(call, ({ richMenuId }) => {
          const image = media.get(richMenuId);
          if (!image) return answerNotFound();
          return { status: 200, bytes: image.bytes, headers: { 'content-type': image.contentType } };
        }),
    },
    {
      method: 'GET',
      path: '/v2/bot/richmenu/:richMenuId',
      handle: (call) => withMenu(call, (menu) => ok(listed(menu))),
    },
    {
      method: 'DELETE',
      path: '/v2/bot/richmenu/:richMenuId',
      handle: (call) =>
        withMenu(call, ({ richMenuId }) => {
          dropMenu(menus, richMenuId);
          media.remove(richMenuId);
          world.touch();
          return ok();
        }),
    },
  ];
}
