export default definePageConfig({ navigationBarTitleText: '要付多少' })
