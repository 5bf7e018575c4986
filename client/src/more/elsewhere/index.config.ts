export default definePageConfig({ navigationBarTitleText: '查重复参保' })
