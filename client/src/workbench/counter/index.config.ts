export default definePageConfig({ navigationBarTitleText: '录缴费' })
