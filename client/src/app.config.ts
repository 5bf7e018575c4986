export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/question/index',
    'pages/who/index',
    'pages/result/index',
    'pages/why/index',
    'pages/ask/index',
    'pages/check/index',
    'pages/handoff/index',
    'pages/waiting/index',
    'pages/receipt/index',
    'pages/receipts/index',
    'pages/place/index',
  ],
  /** No motion: a page changes at once. Browser only. */
  animation: false,
  window: {
    navigationBarBackgroundColor: '#173F6B',
    navigationBarTextStyle: 'white',
    navigationBarTitleText: '居民医保',
    backgroundColor: '#FFFFFF',
    backgroundTextStyle: 'dark',
  },
})
