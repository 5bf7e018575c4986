export default definePageConfig({ navigationBarTitleText: '缴费前问一句' })
