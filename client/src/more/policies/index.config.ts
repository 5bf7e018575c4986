export default definePageConfig({ navigationBarTitleText: '各地政策' })
