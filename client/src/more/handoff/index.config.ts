export default definePageConfig({ navigationBarTitleText: '去官方渠道缴' })
