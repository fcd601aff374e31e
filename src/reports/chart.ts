/** The monthly chart as a PNG for LINE; the renderer is loaded with the first chart, since most runs never draw one. */
import { fileURLToPath } from 'node:url';
import { CHART_WIDTH, chartSvg } from './chart-svg.ts';
import type { ChartView } from './chart-view.ts';

const FONTS = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/sarabun/${file}`)),
);

/**
 * Draws the chart of a month, 1040 pixels wide.
 * @param width of the picture in pixels; LINE's preview takes 240.
 * @returns PNG bytes. Rejects only when the renderer itself cannot be loaded.
 */
export async function chartPng(view: ChartView, width: number = CHART_WIDTH): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const picture = await renderAsync(chartSvg(view), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Sarabun' },
    fitTo: { mode: 'width', value: width },
  });
  return picture.asPng();
}
