export default defineAppConfig({
  pages: ['pages/home/index'],
  window: {
    navigationBarBackgroundColor: '#173F6B',
    navigationBarTextStyle: 'white',
    navigationBarTitleText: '居民医保',
    backgroundColor: '#FFFFFF',
    backgroundTextStyle: 'dark',
  },
})
