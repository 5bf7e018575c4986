/** 换地方: whose notice applies. */
export const place = {
  title: '换地方',
  heading: '在哪里参保？',
  hint: '一般是户口所在地。住在外地的，看居住证。',
  label: '参保的地方',
  year: (year: number) => `参保年度${year}`,
  years: (years: readonly number[]) => `有${years.join('、')}年度的政策`,
  other: '没有您的地方？',
  otherText: '这里还没有它的通知。请问当地医保局。',
  policies: '看各地的政策',
  past: '看别的年度',
  pastRow: (name: string, year: number) => `${name}，${year}年度`,
}
