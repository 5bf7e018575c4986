export default definePageConfig({ navigationBarTitleText: '表册' })
