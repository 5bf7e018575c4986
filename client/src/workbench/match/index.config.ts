export default definePageConfig({ navigationBarTitleText: '每月比对' })
