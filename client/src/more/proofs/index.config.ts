export default definePageConfig({ navigationBarTitleText: '交证明' })
