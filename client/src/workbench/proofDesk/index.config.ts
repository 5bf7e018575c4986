export default definePageConfig({ navigationBarTitleText: '审证明' })
