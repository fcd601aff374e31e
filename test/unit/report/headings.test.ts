/** Titles of the report name plan and office once each, wherever the plan's own title holds the office's name. */
import { expect, test } from 'vitest';
import { reportContent } from '../../../src/reports/content.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { activityOf, modelOf, planOf } from './sample.ts';

const ROUND = 'รอบ 6 เดือน';
const GARDEN = 'สวนพฤกษศาสตร์เขาหินลาด';

function titles(title: string, office: string, language: 'th' | 'en' = 'th') {
  const plan = planOf([activityOf('1')], { title });
  const model = modelOf({ plan, updates: [], office: { name: office, parentAgencies: [] } });
  const { heading, partOne, partTwo } = reportContent(model, { ...DEFAULT_SETTINGS, language });
  return [heading[0], heading[2], partOne?.title, partTwo.under];
}

test.each<[string, string, string[]]>([
  [
    `แผนปฏิบัติการ${GARDEN} ประจำปีงบประมาณ พ.ศ. 2564`,
    GARDEN,
    [
      `รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติการ${ROUND}`,
      'ตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564',
      `ส่วนที่ 1 แผนปฏิบัติการ${GARDEN} ประจำปีงบประมาณ พ.ศ. 2564`,
      `ตามแผนปฏิบัติการของ${GARDEN} ประจำปีงบประมาณ พ.ศ. 2564`,
    ],
  ],
  [
    `แผนปฏิบัติการป้องกันการทุจริตของ${GARDEN} พ.ศ. 2564`,
    `${GARDEN} องค์การสวนพฤกษศาสตร์`,
    [
      `รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี${ROUND}`,
      'ตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2564',
      `ส่วนที่ 1 แผนปฏิบัติการป้องกันการทุจริตของ${GARDEN} พ.ศ. 2564`,
      `ตามแผนปฏิบัติการป้องกันการทุจริตของ${GARDEN} องค์การสวนพฤกษศาสตร์ ประจำปีงบประมาณ พ.ศ. 2564`,
    ],
  ],
  [
    `แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564 ${GARDEN}`,
    GARDEN,
    [
      `รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติการ${ROUND}`,
      'ตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564',
      `ส่วนที่ 1 แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564 ${GARDEN}`,
      `ตามแผนปฏิบัติการของ${GARDEN} ประจำปีงบประมาณ พ.ศ. 2564`,
    ],
  ],
  [
    'แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2564',
    'สำนักงานฌาปนสถานและสุสาน เทศบาลเมืองบึงกระเทียม',
    [
      `รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติการ${ROUND}`,
      'ตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564',
      'ส่วนที่ 1 แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2564 สำนักงานฌาปนสถานและสุสาน เทศบาลเมืองบึงกระเทียม',
      'ตามแผนปฏิบัติการของสำนักงานฌาปนสถานและสุสาน เทศบาลเมืองบึงกระเทียม ประจำปีงบประมาณ พ.ศ. 2564',
    ],
  ],
  [
    'แผนปฏิบัติการสำนักงานสีเขียว พ.ศ. 2564',
    'สำนักงาน เขตพื้นที่ 3',
    [
      `รายงานการกำกับติดตามการดำเนินการสำนักงานสีเขียวประจำปี${ROUND}`,
      'ตามแผนปฏิบัติการสำนักงานสีเขียว ประจำปีงบประมาณ พ.ศ. 2564',
      'ส่วนที่ 1 แผนปฏิบัติการสำนักงานสีเขียว พ.ศ. 2564 สำนักงาน เขตพื้นที่ 3',
      'ตามแผนปฏิบัติการสำนักงานสีเขียวของสำนักงาน เขตพื้นที่ 3 ประจำปีงบประมาณ พ.ศ. 2564',
    ],
  ],
])('“%s” of “%s”', (title, office, expected) => {
  expect(titles(title, office)).toEqual(expected);
});

test('in English neither', () => {
  const [first, , partOne] = titles(`Action plan of ${GARDEN} 2564`, GARDEN, 'en');
  expect(first).toBe('Monitoring report: Action plan, 6-month round');
  expect(`${first} ${partOne}`.split(GARDEN)).toHaveLength(2);
});
