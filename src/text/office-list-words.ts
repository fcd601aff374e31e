/** How the columns of a list of offices may be headed; plan-import/office-list reads by it. */

export const OFFICE_LIST_HEADINGS = {
  name: ['ชื่อหน่วยงาน', 'หน่วยงาน', 'ชื่อ', 'office', 'office name', 'name'],
  agency: ['หน่วยงานต้นสังกัด', 'ต้นสังกัด', 'สังกัด', 'office above', 'parent agency'],
  admin: ['ชื่อผู้ดูแลระบบ', 'ผู้ดูแลระบบ', 'ผู้รับผิดชอบ', 'administrator', 'admin'],
} as const;
