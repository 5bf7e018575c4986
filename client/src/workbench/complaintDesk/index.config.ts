export default definePageConfig({ navigationBarTitleText: '意见投诉' })
