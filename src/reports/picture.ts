/** SVG to PNG with the project's own font; charts and menus come through here. The renderer is loaded with the first picture, since most runs never draw one. */
import { fileURLToPath } from 'node:url';

const FONTS = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/sarabun/${file}`)),
);

/** @param width of the picture in pixels. @returns PNG bytes. Rejects only when the renderer itself cannot be loaded. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Sarabun' },
    fitTo: { mode: 'width', value: width },
  });
  return picture.asPng();
}
