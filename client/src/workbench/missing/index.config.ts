export default definePageConfig({ navigationBarTitleText: '未缴名单' })
