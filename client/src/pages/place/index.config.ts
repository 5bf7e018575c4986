export default definePageConfig({ navigationBarTitleText: '换地方' })
