export default definePageConfig({ navigationBarTitleText: '新生儿' })
