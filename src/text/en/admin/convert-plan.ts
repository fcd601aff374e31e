/** English sentences: what could not be read for certain when a plan was taken out of a Word or Excel file. */
import type { convertPlan as thai } from '../../th/admin/convert-plan.ts';

export const convertPlan: typeof thai = {
  place: (table, row) =>
    table === '' ? 'the whole file' : row === 0 ? `table ${table}` : `table ${table} row ${row}`,
  remark: {
    'other-table': () => 'this table was left out: it has no months, owners or indicators',
    joined: (value) => `joined “${value}” to the activity before`,
    split: (value) => `took activities in one cell apart: ${value}`,
    'no-number': (value) => `the number “${value}” cannot be read; its code is left empty`,
    counted: (value) =>
      `Word counts these numbers by itself, they are not in the file; type that of “${value}”`,
    numbered: () => 'the plan prints no numbers; rows were numbered 1. 2. 3.',
    'money-unread': (value) => `the budget “${value}” cannot be read and is left empty`,
    'money-short': (value) =>
      `the sums “${value}” are not as many as the activities in the cell; see whose they are`,
    'target-unread': (value) => `the target “${value}” cannot be read and is left empty`,
    'indicator-unsplit': (value) =>
      `the indicator could not be shared out and stands at the first activity: “${value}”`,
    'months-unread': (value) => `the months “${value}” cannot be read and are left empty`,
    'months-drawn': () => 'an arrow is drawn here; its months cannot be read, please tick them in the form',
    'months-shared': (value) => `the same months for all activities in the cell: ${value}`,
    'no-year': () => 'no fiscal year was found, so months cannot be read; fill both in in the form',
  },
  remarks: 'Please check',
  stillBad: (count) => `${count} places to mend in the form before it can be imported`,
  ready: 'the form is ready to import',
};
