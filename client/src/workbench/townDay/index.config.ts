export default definePageConfig({ navigationBarTitleText: '日清月结' })
