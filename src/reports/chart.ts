/** The monthly chart as a PNG for LINE. */
import { CHART_WIDTH, chartSvg } from './chart-svg.ts';
import type { ChartView } from './chart-view.ts';
import { pngOf } from './picture.ts';

/**
 * Draws the chart of a month, 1040 pixels wide.
 * @param width of the picture in pixels; LINE's preview takes 240.
 * @returns PNG bytes. Rejects only when the renderer itself cannot be loaded.
 */
export function chartPng(view: ChartView, width: number = CHART_WIDTH): Promise<Buffer> {
  return pngOf(chartSvg(view), width);
}
