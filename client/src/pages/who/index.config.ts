export default definePageConfig({ navigationBarTitleText: '认一认' })
