export default defineAppConfig({
  /** The first road: what somebody who pays walks through. Everything else is loaded when it is first needed. */
  pages: [
    'pages/home/index',
    'pages/question/index',
    'pages/who/index',
    'pages/result/index',
    'pages/ask/index',
    'pages/check/index',
    'pages/waiting/index',
    'pages/receipt/index',
    'pages/place/index',
  ],
  subPackages: [
    {
      root: 'more',
      pages: [
        'why/index',
        'handoff/index',
        'receipts/index',
        'enrollment/index',
        'remind/index',
        'refund/index',
        'newborn/index',
        'policies/index',
        'policy/index',
        'elsewhere/index',
        'proofs/index',
        'complaint/index',
        'acting/index',
        'privacy/index',
      ],
    },
    {
      root: 'workbench',
      pages: [
        'enter/index',
        'today/index',
        'refundDesk/index',
        'days/index',
        'day/index',
        'school/index',
        'imports/index',
        'rules/index',
        'forms/index',
        'counter/index',
        'townDay/index',
        'proofDesk/index',
        'complaintDesk/index',
      ],
    },
  ],
  /** WeChat asks by itself since September 2023; written down for those who read this. */
  __usePrivacyCheck__: true,
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
