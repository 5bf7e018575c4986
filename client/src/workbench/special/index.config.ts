export default definePageConfig({ navigationBarTitleText: '特殊人群' })
