/** What the monthly chart shows, from the same figures as the summaries; called by whoever sends a chart. */
import { childrenOf, coveredLeaves } from '../domain/plan.ts';
import type { Language } from '../domain/member.ts';
import { type Figures, figuresOf, type SummaryInput } from '../domain/summary.ts';

/** One top activity of the plan, over its leaves. */
export interface ChartRow {
  label: string;
  name: string;
  figures: Figures;
}

export interface ChartView {
  language: Language;
  office: string;
  /** `2021-02`. */
  month: string;
  /** ISO day. */
  asOf: string;
  figures: Figures;
  rows: ChartRow[];
}

/** @returns the whole plan and each of its top activities in figures. */
export function chartView(input: SummaryInput, office: string, language: Language): ChartView {
  return {
    language,
    office,
    month: input.month,
    asOf: input.day,
    figures: figuresOf(input),
    rows: childrenOf(input.plan, null).map(({ code, label, name }) => ({
      label,
      name,
      figures: figuresOf(input, new Set(coveredLeaves(input.plan, [code]).map((leaf) => leaf.code))),
    })),
  };
}
